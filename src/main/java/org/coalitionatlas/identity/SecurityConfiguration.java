package org.coalitionatlas.identity;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two doors. The published site and the probes make no session, set no cookie and run no script but
 * the way out. Everything else wants a signed-in person; views and services then declare who.
 */
@Configuration
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

    /** Strict: pages work without script; the only script is our own file. */
    static final String PUBLISHED_CSP =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /**
     * Vaadin 25.2 boots from an inline script, sets inline styles and runs what the server sends
     * through {@code new Function}: without {@code unsafe-eval} the portal stays blank, in
     * production mode too. Its 25.4 brings a strict policy. Plain pages never get this one.
     */
    static final String PORTAL_CSP =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self'"
                    + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src"
                    + " 'self'; object-src 'none'; form-action 'self'; base-uri 'self';"
                    + " frame-ancestors 'none'";

    /** Published pages as every other, but partners' sites may show them in a frame. */
    private static final String[] EMBEDDED = {"/embed/**", "/es/embed/**"};

    /** Files that people attached: whatever they hold may do nothing in a browser. */
    static final String FILES_CSP = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private static final RequestMatcher ATTACHED_FILES =
            PathPatternRequestMatcher.withDefaults().matcher("/portal-files/**");

    private static final RequestMatcher IN_THE_PORTAL =
            PathPatternRequestMatcher.withDefaults().matcher("/portal/**");

    private static final String[] PUBLISHED = {
        "/",
        "/es",
        "/directory",
        "/directory/**",
        "/es/directory",
        "/es/directory/**",
        "/help",
        "/help/**",
        "/es/help",
        "/es/help/**",
        "/sitemap.xml",
        "/sitemap-*.xml",
        "/mail/stop/**",
        "/check/**",
        "/assessment/**",
        "/assets/**",
        "/portal.css",
        "/portal-*.css",
        "/aura/**",
        "/favicon.ico",
        "/favicon.svg",
        "/favicon-*.svg", // with its fingerprint
        "/robots.txt",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness"
    };

    /** As no metrics are read, the filters of a chain need not be wrapped to be measured. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(0)
    SecurityFilterChain embedded(HttpSecurity http, EmbedOrigins origins) throws Exception {
        String policy =
                PUBLISHED_CSP.replace(
                        "frame-ancestors 'none'", "frame-ancestors " + origins.frameAncestors());
        strictHeaders(http, request -> policy);
        if (!origins.origins().isEmpty()) {
            // The older header knows no list of sites; the policy above says the same, better.
            http.headers(headers -> headers.frameOptions(frames -> frames.disable()));
        }
        return forAnybody(http, EMBEDDED);
    }

    @Bean
    @Order(1)
    SecurityFilterChain published(HttpSecurity http) throws Exception {
        strictHeaders(http, request -> PUBLISHED_CSP);
        return forAnybody(http, PUBLISHED);
    }

    private static SecurityFilterChain forAnybody(HttpSecurity http, String... paths)
            throws Exception {
        return http.securityMatcher(paths)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable) // no session here that could be ridden
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain portal(
            HttpSecurity http,
            RememberMe rememberMe,
            SignInGuard guard,
            Accounts accounts,
            VaadinDefaultRequestCache askedFor)
            throws Exception {
        onlyThePortalIsRemembered(askedFor);
        strictHeaders(http, SecurityConfiguration::policyBehindTheDoor);
        return http.authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/login", "/setup/**", "/error")
                                        .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin ->
                                vaadin.addLogoutHandler(rememberMe)
                                        // An unknown address is then the portal's to explain.
                                        .anyRequest(
                                                AuthorizeHttpRequestsConfigurer.AuthorizedUrl
                                                        ::authenticated)
                                        .logoutSuccessHandler(toThePublishedHome()))
                .exceptionHandling(
                        refused ->
                                refused.defaultAuthenticationEntryPointFor(
                                        new UnknownAddresses(), UnknownAddresses.matcher()))
                .rememberMe(remember -> remember.rememberMeServices(rememberMe).key(RememberMe.KEY))
                .formLogin(
                        form ->
                                form.loginPage("/login")
                                        .defaultSuccessUrl("/portal/", false)
                                        .failureHandler(guard)
                                        .usernameParameter("email")
                                        .permitAll())
                .addFilterBefore(guard, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new EndedSession(), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(
                        new CurrentAccountFilter(accounts), RememberMeAuthenticationFilter.class)
                .build();
    }

    // Programs that try addresses would otherwise make a session each, to be led there later.
    private static void onlyThePortalIsRemembered(VaadinDefaultRequestCache askedFor) {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/portal/**"));
        askedFor.setDelegateRequestCache(cache);
    }

    private static String policyBehindTheDoor(HttpServletRequest request) {
        if (ATTACHED_FILES.matches(request)) {
            return FILES_CSP;
        }
        return IN_THE_PORTAL.matches(request) ? PORTAL_CSP : PUBLISHED_CSP;
    }

    // Signing out happens inside the portal, where only Vaadin's own strategy can lead elsewhere.
    private static LogoutSuccessHandler toThePublishedHome() {
        var handler = new SimpleUrlLogoutSuccessHandler();
        handler.setDefaultTargetUrl("/");
        handler.setRedirectStrategy(new UidlRedirectStrategy());
        return handler;
    }

    /** The guard belongs to the portal's chain alone, not to every request of the container. */
    @Bean
    FilterRegistrationBean<SignInGuard> guardOnlyInTheChain(SignInGuard guard) {
        var registration = new FilterRegistrationBean<>(guard);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BoundedPasswords(
                Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                Duration.ofSeconds(10));
    }

    @Bean
    RememberMe rememberMe(
            RememberedDevices devices,
            Persons persons,
            PlatformTransactionManager transactions,
            IdentityProperties properties,
            @Value("${atlas.url:}") String publicAddress,
            Clock clock) {
        return new RememberMe(
                devices,
                persons,
                new TransactionTemplate(transactions),
                properties,
                isEncrypted(publicAddress),
                clock);
    }

    /**
     * Where people reach the product by https, no cookie of it ever travels without, even when a
     * proxy in front forgets to say how it was asked.
     */
    @Bean
    ServletContextInitializer secureSessionCookie(@Value("${atlas.url:}") String publicAddress) {
        return context -> {
            if (isEncrypted(publicAddress)) {
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }

    private static boolean isEncrypted(String publicAddress) {
        return publicAddress.strip().toLowerCase(Locale.ROOT).startsWith("https:");
    }

    private static void strictHeaders(
            HttpSecurity http, Function<HttpServletRequest, String> contentSecurityPolicy)
            throws Exception {
        http.headers(
                headers ->
                        headers.addHeaderWriter(
                                        (request, response) ->
                                                response.setHeader(
                                                        "Content-Security-Policy",
                                                        contentSecurityPolicy.apply(request)))
                                .frameOptions(frames -> frames.deny())
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                                .permissionsPolicyHeader(
                                        permissions ->
                                                permissions.policy(
                                                        "camera=(), microphone=(), geolocation=(),"
                                                                + " payment=(), usb=()"))
                                .httpStrictTransportSecurity(
                                        hsts ->
                                                hsts.includeSubDomains(true)
                                                        .maxAgeInSeconds(31_536_000)));
    }
}
