package dev.drydock.terminal;

import dev.drydock.account.LearnerId;

/** The terminals that are open in browsers, at this server. */
public interface OpenTerminals {

    /** Breaks a learner's connections off; their shells go on. Browsers come back by themselves, if they are still signed in. */
    void disconnect(LearnerId learner);
}
