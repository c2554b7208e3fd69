package dev.drydock.attempt;

/** Names one task of one lesson of one course. */
record TaskKey(String course, String lesson, String task) {}
