-- Since when nobody knows whether it arrived; while the platform knows a repeat, it may be sent once more.
ALTER TABLE bot.delivery ADD COLUMN doubted_at timestamptz;
