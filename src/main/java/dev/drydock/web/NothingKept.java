package dev.drydock.web;

import dev.drydock.instance.DatabaseTrouble;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers 507 where the disk under the database is full: whoever did something must know that it was not kept. */
@ControllerAdvice
class NothingKept {

    private static final Logger log = LoggerFactory.getLogger(NothingKept.class);

    @ExceptionHandler(DataAccessException.class)
    void answer(DataAccessException failure, HttpServletResponse response) throws IOException {
        if (!DatabaseTrouble.hasNoRoom(failure)) {
            throw failure;
        }
        log.error(
                "The database cannot be written, so what was just done is not kept. Make room on its disk. {}",
                failure.getMostSpecificCause().getMessage());
        response.sendError(HttpStatus.INSUFFICIENT_STORAGE.value());
    }
}
