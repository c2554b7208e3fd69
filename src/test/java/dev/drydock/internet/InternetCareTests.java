package dev.drydock.internet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class InternetCareTests {

    private final Internet internet = mock(Internet.class);
    private final InternetCare care = new InternetCare(internet);

    @Test
    void proxyIsStartedOnceAndThenTended() {
        given(internet.isAllowed()).willReturn(true);
        care.tend();
        care.tend();
        care.tend();
        verify(internet, times(1)).start();
        verify(internet, times(2)).tend();
    }

    @Test
    void proxyThatIsNotAllowedIsEndedAsSoonAsTheEngineAnswersAndThenLeftAlone() {
        willThrow(new InternetException("no engine")).given(internet).start();
        care.tend();
        willDoNothing().given(internet).start();
        care.tend();
        care.tend();
        verify(internet, times(2)).start();
        verify(internet, never()).tend();
    }

    @Test
    void imageThatIsMissingIsToldOnceAndTriedAgain(CapturedOutput output) {
        given(internet.isAllowed()).willReturn(true);
        willThrow(new InternetException("There is no image")).given(internet).start();
        care.tend();
        care.tend();
        care.tend();
        assertThat(output.getOut()).containsOnlyOnce("There is no image");
        verify(internet, times(3)).start();
    }

    @Test
    void proxyThatFailsTheSameWayAfterItWasThereIsToldAgain(CapturedOutput output) {
        given(internet.isAllowed()).willReturn(true);
        willThrow(new InternetException("no engine")).given(internet).start();
        care.tend();
        willDoNothing().given(internet).start();
        care.tend();
        willThrow(new InternetException("no engine")).given(internet).tend();
        care.tend();
        care.tend();
        assertThat(output.getOut().split("no engine", -1)).hasSize(3);
    }

    @Test
    void engineThatHangsIsAskedByOneThreadOnly() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        Semaphore asked = new Semaphore(0);
        given(internet.isAllowed()).willAnswer(call -> {
            asked.release();
            hanging.await();
            return false;
        });
        care.tend();
        care.look();
        assertThat(asked.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        care.look();
        care.look();
        assertThat(asked.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
        hanging.countDown();
    }
}
