-- Weeks and the days of a month are added up from sums by day, too: of the hospital, its teams and its
-- campuses. Everything is counted anew once.
TRUNCATE desk.ticket_fact, desk.figure, desk.figure_time;
UPDATE desk.figure_build SET after = 0, done = false;
DELETE FROM desk.listener WHERE name = 'figures';

-- The first day of the month, or the day.
ALTER TABLE desk.figure RENAME COLUMN month TO first_day;
ALTER TABLE desk.figure_time RENAME COLUMN month TO first_day;
