-- Links that nobody opened are swept out when others are made.
CREATE INDEX sign_in_link_expiry ON desk.sign_in_link (expires_at);
