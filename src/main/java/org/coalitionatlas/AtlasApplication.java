package org.coalitionatlas;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.coalitionatlas.common.TimeOfDay;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The product: portal, published directory, and everything behind them, in one process. */
@NullMarked
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("portal.css")
public class AtlasApplication implements AppShellConfigurator {

    /** Starts the product; configuration comes from the environment. */
    public static void main(String[] args) {
        SpringApplication.run(AtlasApplication.class, args);
    }

    /**
     * Every room's texts as one table for each language. Spring Boot's own source asks one bundle
     * after the other for each text of each page, which took a twentieth of a page's time.
     */
    @Bean
    MessageSource messageSource(
            @Value("${spring.messages.basename}") List<String> bundles,
            @Value("${spring.messages.encoding}") String encoding,
            @Value("${spring.messages.cache-seconds:-1}") int seconds) {
        var texts =
                new ReloadableResourceBundleMessageSource() {
                    // In Spain 1.234 is a thousand; to readers here it is one and a bit.
                    @Override
                    protected MessageFormat createMessageFormat(
                            String text, @Nullable Locale locale) {
                        return super.createMessageFormat(
                                text, locale == null ? null : TimeOfDay.region(locale));
                    }
                };
        bundles.forEach(bundle -> texts.addBasenames("classpath:" + bundle));
        texts.setDefaultEncoding(encoding);
        texts.setFallbackToSystemLocale(false);
        texts.setCacheSeconds(seconds);
        return texts;
    }
}
