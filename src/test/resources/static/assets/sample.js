// An asset that only tests ask for.
