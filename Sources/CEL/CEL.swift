/// The Common Expression Language.
