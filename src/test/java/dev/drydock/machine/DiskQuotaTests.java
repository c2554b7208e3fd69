package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DiskQuotaTests {

    private final DiskQuota quota = new DiskQuota("volumes", 4711);
    private final List<OptionalLong> asked = new ArrayList<>();

    @Test
    void makeWhereTheEngineCanBoundsEverything() {
        quota.make(asked::add);
        quota.make(asked::add);
        assertThat(asked).containsOnly(OptionalLong.of(4711)).hasSize(2);
    }

    @Test
    void makeWhereTheEngineCannotGoesWithoutAndDoesNotAskAgain() {
        quota.provide(this::refuseBounds);
        quota.provide(this::refuseBounds);
        assertThat(asked).containsExactly(OptionalLong.of(4711), OptionalLong.empty(), OptionalLong.empty());
    }

    @Test
    void makeWhenItFailsForAnotherReasonThrowsAndAsksAgainNextTime() {
        assertThatThrownBy(() -> quota.provide(bound -> {
                    throw new EngineException("no such image", null);
                }))
                .hasMessage("no such image");
        quota.provide(asked::add);
        assertThat(asked).containsExactly(OptionalLong.of(4711));
    }

    @Test
    void makeWhenTheEngineOnceKeptABoundNeverGoesWithout() {
        quota.provide(asked::add);
        assertThatThrownBy(() -> quota.provide(this::refuseBounds)).hasMessageContaining("no quota support");
        quota.provide(asked::add);
        assertThat(asked).containsOnly(OptionalLong.of(4711)).hasSize(3);
    }

    @Test
    void makeWhenTheFirstErrorSaysNothingOfQuotasAsksAgainNextTime() {
        quota.provide(bound -> {
            if (bound.isPresent()) {
                throw new EngineException("the engine is busy", null);
            }
        });
        quota.provide(asked::add);
        assertThat(asked).containsExactly(OptionalLong.of(4711));
    }

    private void refuseBounds(OptionalLong bound) {
        asked.add(bound);
        if (bound.isPresent()) {
            throw new EngineException("quota size requested but no quota support", null);
        }
    }
}
