-- What was cancelled or passed on is no longer among the tickets received: everything is counted
-- anew once.
TRUNCATE desk.ticket_fact, desk.figure, desk.figure_time;
UPDATE desk.figure_build SET after = 0, done = false;
DELETE FROM desk.listener WHERE name = 'figures';
