package org.coalitionatlas.directory.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.directory.DirectoryMap;
import org.coalitionatlas.directory.DirectoryMap.CountyPlaces;
import org.coalitionatlas.directory.DirectoryMap.Pin;
import org.coalitionatlas.directory.DirectoryMap.PinnedPlace;
import org.coalitionatlas.directory.DirectoryMap.Places;
import org.coalitionatlas.directory.MapDrawing;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Maps of the published pages, with the list that says the same in words. The fragment {@code
 * published/map :: county(fips)} asks for them by this bean's name.
 */
@Component
class CountyMaps {

    private final DirectoryMap places;
    private final MapDrawing drawing;
    private final Geography geography;
    private final CoalitionProfile coalition;
    private final ServiceTexts texts;
    private final MessageSource messages;

    CountyMaps(
            DirectoryMap places,
            MapDrawing drawing,
            Geography geography,
            CoalitionProfile coalition,
            ServiceTexts texts,
            MessageSource messages) {
        this.texts = texts;
        this.places = places;
        this.drawing = drawing;
        this.geography = geography;
        this.coalition = coalition;
        this.messages = messages;
    }

    /**
     * A map in words and as a picture.
     *
     * @param svg the picture, escaped
     * @param stands that a map goes by where services stand and a list by whom they serve
     * @param more what the map leaves out, in words; {@code null} when it has everything
     * @param list where all of it is listed
     * @param zooms other maps; the one shown has no address
     */
    record MapText(
            String svg,
            List<PinText> pins,
            List<CountyText> counties,
            String stands,
            @Nullable String more,
            String list,
            List<Zoom> zooms) {}

    /** A spot with the places on it. */
    record PinText(int number, List<PinnedText> places) {}

    /** A place with what is given there. */
    record PinnedText(String where, List<ServiceLink> services) {}

    /**
     * A service at a place.
     *
     * @param closed that it is closed for now, or {@code null}
     * @param unsure that nobody made sure of it for too long, or {@code null}
     */
    record ServiceLink(
            String name,
            String organization,
            String href,
            @Nullable String closed,
            @Nullable String unsure) {}

    /**
     * A county in figures.
     *
     * @param unpinned places without a pin; why is not told one by one
     */
    record CountyText(String name, int places, int pinned, int unpinned, String href) {}

    /** Another piece of the country. */
    record Zoom(String name, @Nullable String href) {}

    /** The map of a county; {@code null} for one that is not known or not valid any more. */
    public @Nullable MapText of(String fips, Page page) {
        return geography
                .county(fips)
                .filter(county -> county.valid().until() == null)
                .map(county -> of(List.of(county), page))
                .orElse(null);
    }

    /** The map of the coalition's counties; {@code null} when it has none. */
    public @Nullable MapText ofCoalition(Page page) {
        List<County> counties = coalition.counties();
        return counties.isEmpty() ? null : of(counties, page);
    }

    private MapText of(List<County> counties, Page page) {
        var words = new Words(messages, LocaleContextHolder.getLocale());
        return text(places.published(counties), counties, page, words);
    }

    MapText text(Places found, List<County> counties, Page page, Words words) {
        String title =
                counties.size() == 1 ? counties.getFirst().nameWithState() : coalition.name();
        String svg =
                drawing.svg(
                        counties,
                        found.pins(),
                        words.say("map.label", title, found.pins().size()),
                        county ->
                                counties.size() == 1 && counties.contains(county)
                                        ? null
                                        : address(county, page));
        return new MapText(
                svg,
                found.pins().stream().map(pin -> text(pin, page, words)).toList(),
                found.counties().stream().map(county -> text(county, page)).toList(),
                words.say(
                        "map.stands",
                        counties.size() == 1 ? title : words.say("map.stands.counties")),
                found.left() == 0
                        ? null
                        : words.say("map.more", found.left(), DirectoryMap.MOST_SERVICES),
                list(counties, page),
                zooms(counties, page, words));
    }

    private List<Zoom> zooms(List<County> shown, Page page, Words words) {
        var zooms = new java.util.ArrayList<Zoom>();
        List<County> all = coalition.counties();
        if (all.size() > 1) {
            zooms.add(
                    new Zoom(
                            words.say("map.zoom.all"),
                            shown.equals(all) ? null : page.base() + "/directory/map"));
        }
        for (County county : all) {
            zooms.add(
                    new Zoom(
                            Geography.shortName(county),
                            shown.equals(List.of(county)) ? null : address(county, page)));
        }
        return zooms;
    }

    private static String list(List<County> counties, Page page) {
        String all = page.base() + "/directory";
        return counties.size() == 1
                ? all + Query.of("county", counties.getFirst().fips())
                : all + Query.of("sort", "name");
    }

    private static String address(County county, Page page) {
        return page.base() + "/directory/map" + Query.of("county", county.fips());
    }

    private PinText text(Pin pin, Page page, Words words) {
        return new PinText(
                pin.number(),
                pin.places().stream().map(place -> text(place, page, words)).toList());
    }

    private PinnedText text(PinnedPlace at, Page page, Words words) {
        PlacePart place = at.place();
        return new PinnedText(
                Stream.of(place.line1(), place.line2(), place.city())
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.joining(", ")),
                at.services().stream()
                        .map(service -> texts.of(service, words, page.base()))
                        .map(
                                service ->
                                        new ServiceLink(
                                                service.view().name(),
                                                service.view().organization().name(),
                                                service.href(),
                                                service.closed(),
                                                service.unsure()))
                        .toList());
    }

    private static CountyText text(CountyPlaces county, Page page) {
        return new CountyText(
                county.county().nameWithState(),
                county.places(),
                county.pinned(),
                county.places() - county.pinned(),
                page.base() + "/directory" + Query.of("county", county.county().fips()));
    }
}
