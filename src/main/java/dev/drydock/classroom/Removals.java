package dev.drydock.classroom;

import dev.drydock.account.LearnerId;
import dev.drydock.account.Sessions;
import dev.drydock.notification.Notifications;
import dev.drydock.terminal.OpenTerminals;

/** Takes people out of classes, and in again. Whoever is in no other then is signed out everywhere, terminals included; progress and machine stay. */
class Removals implements AutoCloseable {

    private static final String TOPIC = "signed-out";

    private final Members members;
    private final Sessions sessions;
    private final Notifications notifications;
    private final Notifications.Subscription subscription;

    Removals(Members members, Sessions sessions, Notifications notifications, OpenTerminals terminals) {
        this.members = members;
        this.sessions = sessions;
        this.notifications = notifications;
        this.subscription = notifications.subscribe(TOPIC, new Disconnecting(terminals));
    }

    void remove(TaughtClass taught, LearnerId learner) {
        members.remove(taught.id(), learner);
        if (members.removedFrom(learner).isPresent()) {
            sessions.endAll(learner, taught.name());
            notifications.publish(TOPIC, learner.value());
        }
    }

    /** Whoever was removed by mistake is where they were: at their browsers, and by their personal code. */
    void undo(TaughtClass taught, LearnerId learner) {
        members.add(taught.id(), learner);
        sessions.resumeAll(learner);
    }

    @Override
    public void close() {
        subscription.close();
    }

    /** Terminals may be open at any server of the classroom. */
    private record Disconnecting(OpenTerminals terminals) implements Notifications.Subscriber {

        @Override
        public void received(String learner) {
            terminals.disconnect(new LearnerId(learner));
        }

        @Override
        public void missedSome() {
            // Who it was is not known any more. Their terminals end with the page, or with the next time that they are
            // opened.
        }
    }
}
