-- Figures count what was shown in a time; whoever reports again is looked up among the recent ones.
CREATE INDEX showing_by_time ON knowledge.showing (at, verdict);
DROP INDEX knowledge.showing_person;
CREATE INDEX showing_recent ON knowledge.showing (person, at) WHERE verdict IN ('open', 'useful');
