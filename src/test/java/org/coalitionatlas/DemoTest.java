package org.coalitionatlas;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole product with the demo coalition, on H2 in memory. All such tests share
 * one running context; a test that changes data adds its own records and leaves the demo's alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.jpa.properties.hibernate.generate_statistics=true",
            "logging.level.org.hibernate.engine.internal.StatisticalLoggingSessionEventListener=off",
            "atlas.published.searches-per-minute=0",
            "atlas.published.indexable=true",
            "atlas.embed.origins=https://partner.example.org",
            // Tests say "today" without asking where.
            "atlas.zone=UTC",
            "atlas.strict-texts=true"
        })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@ContextConfiguration(initializers = FreshHome.class)
@Import({SignedInAs.class, IndexCaughtUp.class, SqlStatements.class})
public @interface DemoTest {}
