package org.coalitionatlas.e2e;

import java.io.IOException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalitionatlas.AtlasApplication;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;

/**
 * The product in a language that is two fifths longer than its own, word by word, and has marks
 * above its letters: what English becomes in the longest of languages. Nobody is offered it.
 */
public final class LongTexts {

    /** Arguments, addresses, and the one text that is no sentence but a pattern of dates. */
    private static final Pattern PARTS =
            Pattern.compile(
                    "\\{\\d+,choice,|\\{[^{}]*\\}|LLLL|yyyy|\\S*(?:://|@|\\.\\w)\\S*|(\\p{L}+)");

    private static final String VOWELS = "aeiouAEIOU";
    private static final String MARKED = "äéîöûÄÉÎÖÛ";

    private LongTexts() {}

    public static void main(String[] args) {
        var product = new SpringApplication(AtlasApplication.class);
        product.addInitializers(
                context ->
                        context.getBeanFactory()
                                .addBeanPostProcessor(
                                        new BeanPostProcessor() {
                                            @Override
                                            public Object postProcessAfterInitialization(
                                                    Object bean, String name) {
                                                return bean
                                                                instanceof
                                                                ReloadableResourceBundleMessageSource
                                                                        texts
                                                        ? new Longer(texts)
                                                        : bean;
                                            }
                                        }));
        product.run(args);
    }

    /** A text with its words longer and its arguments as they were. */
    static String longer(String text) {
        return PARTS.matcher(text)
                .replaceAll(
                        part ->
                                Matcher.quoteReplacement(
                                        part.group(1) == null
                                                ? part.group()
                                                : longerWord(part.group(1))));
    }

    private static String longerWord(String word) {
        var longer = new StringBuilder(word);
        int more = Math.round(word.length() * 0.4f);
        longer.insert(word.length() / 2, "oe".repeat(more).substring(0, more));
        for (int at = 0; at < longer.length(); at++) {
            int vowel = VOWELS.indexOf(longer.charAt(at));
            if (vowel >= 0) {
                longer.setCharAt(at, MARKED.charAt(vowel));
            }
        }
        return longer.toString();
    }

    private static final class Longer extends ReloadableResourceBundleMessageSource {

        Longer(ReloadableResourceBundleMessageSource texts) {
            addBasenames(texts.getBasenameSet().toArray(String[]::new));
            setDefaultEncoding("UTF-8");
            setFallbackToSystemLocale(false);
        }

        @Override
        protected Properties loadProperties(Resource resource, String filename) throws IOException {
            Properties texts = super.loadProperties(resource, filename);
            texts.replaceAll((key, text) -> longer((String) text));
            return texts;
        }
    }
}
