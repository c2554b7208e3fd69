package dev.drydock.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AccountsTests {

    private static final int MOST = 2 * 1 + 8;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
    private final Accounts accounts = new Accounts(() -> Account.with(1, 1000), Duration.ofHours(1), now::get);

    @Test
    void enterWhenTheMachineComesAgainReturnsTheSameAccount() {
        Account first = accounts.enter(1).orElseThrow();
        accounts.leave(1);
        pass(Duration.ofMinutes(59));
        accounts.enter(2);
        assertThat(accounts.enter(1).orElseThrow()).isSameAs(first);
    }

    @Test
    void enterWhenOthersWereUnusedForLongForgetsThem() {
        for (int machine = 1; machine <= 100; machine++) {
            accounts.enter(machine);
            accounts.leave(machine);
        }
        pass(Duration.ofMinutes(61));
        accounts.enter(101);
        assertThat(accounts.size()).isOne();
    }

    @Test
    void enterWhenASessionGoesOnForLongKeepsItsAccount() {
        Account used = accounts.enter(1).orElseThrow();
        pass(Duration.ofHours(5));
        accounts.enter(2);
        assertThat(accounts.enter(1).orElseThrow()).isSameAs(used);
        accounts.leave(1);
        accounts.leave(1);
        assertThat(used.sessions().availablePermits()).isEqualTo(MOST);
    }

    @Test
    void enterWhenAMachineHasAllItsSessionsReturnsNothingUntilOneEnds() {
        for (int i = 0; i < MOST; i++) {
            assertThat(accounts.enter(1)).isPresent();
        }
        assertThat(accounts.enter(1)).isEmpty();
        assertThat(accounts.enter(2)).isPresent();
        accounts.leave(1);
        assertThat(accounts.enter(1)).isPresent();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
