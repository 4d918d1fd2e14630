-- JSON: how somebody wants to read, as far as they have chosen it.
ALTER TABLE account ADD COLUMN settings TEXT;
