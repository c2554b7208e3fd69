package dev.drydock.classroom;

import dev.drydock.account.Learner;
import dev.drydock.account.LearnerId;
import dev.drydock.account.Memberships;
import dev.drydock.account.Memberships.Admission.Admitted;
import dev.drydock.account.Memberships.Admission.Refused;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** Lets people into classes. */
class Admissions implements Memberships {

    private final Classes classes;
    private final Members members;
    private final TransactionOperations transactions;

    Admissions(Classes classes, Members members, TransactionOperations transactions) {
        this.classes = classes;
        this.members = members;
        this.transactions = transactions;
    }

    @Override
    public Admission admit(String code, Supplier<Learner> who) {
        Optional<TaughtClass> found = classes.byCode(code);
        return found.isEmpty()
                ? new Refused(Refusal.UNKNOWN)
                : Objects.requireNonNull(
                        transactions.execute(transaction -> admit(found.get().id(), code, who)));
    }

    /** Whoever gets the last seat is decided while nobody else can take it. */
    private Admission admit(ClassId id, String code, Supplier<Learner> who) {
        classes.hold(id);
        Optional<TaughtClass> now = classes.byCode(code);
        if (now.isEmpty()) {
            return new Refused(Refusal.UNKNOWN);
        }
        TaughtClass taught = now.get();
        return switch (taught.state()) {
            case CLOSED -> new Refused(Refusal.CLOSED);
            case ARCHIVED -> new Refused(Refusal.ARCHIVED);
            case OPEN -> hasRoom(taught, 1) ? new Admitted(seat(taught.id(), who.get())) : new Refused(Refusal.FULL);
        };
    }

    private Learner seat(ClassId id, Learner learner) {
        members.add(id, learner.id());
        return learner;
    }

    /** Whether that many more may be in a class. */
    boolean hasRoom(TaughtClass taught, int more) {
        return taught.seats() == 0 || members.count(taught.id()) + more <= taught.seats();
    }

    @Override
    public List<Membership> of(LearnerId learner) {
        return members.classesOf(learner);
    }

    @Override
    public Optional<String> removedFrom(LearnerId learner) {
        return members.removedFrom(learner);
    }
}
