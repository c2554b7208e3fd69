package dev.drydock.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import dev.drydock.journey.Classroom;
import dev.drydock.journey.Patience;
import java.util.Set;

/** Counts what a classroom has on the host, before and after something went wrong. */
public final class Leaks {

    /** Connections and threads of pools come and go. */
    private static final int SLACK = 20;

    private final Engine engine;
    private final Classroom classroom;
    private final Belongings before;

    private Leaks(Classroom classroom) {
        this.engine = Engine.at(classroom.host().engine());
        this.classroom = classroom;
        this.before = count();
    }

    /** Counts now: machines are there, nobody is at a terminal, no check runs. */
    public static Leaks countedIn(Classroom classroom) {
        return new Leaks(classroom);
    }

    /** Fails unless soon there is no more than there was. */
    public void assertNone() {
        Patience.until("nothing is left over: " + before + " became " + count(), () -> left().isEmpty());
        assertThat(left()).isEmpty();
    }

    private Set<String> left() {
        return count().beyond(before, SLACK);
    }

    private Belongings count() {
        return Belongings.of(engine, new InstanceId(classroom.instance()), classroom.pid());
    }
}
