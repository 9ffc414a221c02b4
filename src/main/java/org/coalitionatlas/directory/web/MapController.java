package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.coalitionatlas.directory.web.CountyMaps.MapText;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The map of the coalition's counties, or of one county. */
@Controller
class MapController {

    private final Pages pages;
    private final CountyMaps maps;
    private final Geography geography;

    MapController(Pages pages, CountyMaps maps, Geography geography) {
        this.pages = pages;
        this.maps = maps;
        this.geography = geography;
    }

    @GetMapping({"/directory/map", "/es/directory/map"})
    String map(HttpServletRequest request, HttpServletResponse response, Model model) {
        Page page = pages.open(request, response, model);
        Optional<String> fips = Query.parse(request.getQueryString()).first("county");
        @Nullable MapText map =
                fips.isPresent() ? maps.of(fips.get(), page) : maps.ofCoalition(page);
        if (map == null) {
            return pages.notFound(request, response, model);
        }
        model.addAttribute("map", map);
        model.addAttribute(
                "area", fips.flatMap(geography::county).map(County::nameWithState).orElse(null));
        return "published/mappage";
    }
}
