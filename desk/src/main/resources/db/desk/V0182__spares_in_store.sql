-- Which spares there are, so that somebody hears when too few are left in store.
CREATE TABLE desk.spare_kind (
  id      text PRIMARY KEY,
  name    text NOT NULL,
  minimum integer NOT NULL CHECK (minimum >= 0)
);

CREATE TABLE desk.spare (
  asset text PRIMARY KEY CHECK (length(asset) BETWEEN 1 AND 40),
  kind  text NOT NULL REFERENCES desk.spare_kind
);
CREATE INDEX spare_of_kind ON desk.spare (kind);
