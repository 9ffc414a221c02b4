package org.coalitionatlas.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills an empty installation with the demo coalition, through the services people use. A mark in
 * the database says that it has begun, and another that it is done: whatever was begun and not done
 * is cleared at the next start ({@link DataAtStart}) and begun anew.
 */
@Component
@Profile("demo")
@Order(10)
class DemoLoader implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

    private final DemoMark mark;
    private final DemoRehearsal rehearsal;
    private final DemoServices services;
    private final DemoClock clock;

    DemoLoader(DemoMark mark, DemoRehearsal rehearsal, DemoServices services, DemoClock clock) {
        this.mark = mark;
        this.rehearsal = rehearsal;
        this.services = services;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (mark.isLoaded()) {
            return;
        }
        long started = System.nanoTime();
        rehearsal.rehearse();
        mark.begun();
        new DemoStory(services, clock).tell();
        mark.done();
        LOG.info("Demo coalition loaded in {} ms", (System.nanoTime() - started) / 1_000_000);
    }
}
