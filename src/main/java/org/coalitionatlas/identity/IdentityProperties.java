package org.coalitionatlas.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of signing in, under {@code atlas.identity}.
 *
 * @param rememberMe how long a remembered browser brings its person back, from sign-in on
 * @param signInPerAddress failed sign-ins one network address may make in an hour
 * @param signInPerAccount failed sign-ins against one account in an hour before answers slow down
 * @param absoluteSession longest life of a session
 */
@ConfigurationProperties("atlas.identity")
record IdentityProperties(
        @DefaultValue("12h") Duration rememberMe,
        @DefaultValue("10") int signInPerAddress,
        @DefaultValue("5") int signInPerAccount,
        @DefaultValue("12h") Duration absoluteSession) {}
