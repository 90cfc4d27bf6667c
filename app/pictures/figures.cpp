#include "app/pictures/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include "app/libraries/pictures.h"
#include "app/pictures/image.h"

namespace pictures {

namespace {

constexpr int colours = 3;
constexpr double least_light = 1.0 / 4096;  // what an 8-bit picture cannot tell from black
constexpr double most_stops = 20;
constexpr int nearly_white = 254;
constexpr int nearly_black = 2;

// A colour or the luminance of each pixel, linear, from 0 to 1.
struct Plane {
    int width = 0;
    int height = 0;
    std::vector<float> values{};

    float at(int x, int y) const {
        return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
};

std::array<float, 256> linear_of_srgb() {
    std::array<float, 256> table{};
    for (std::size_t code = 0; code < table.size(); ++code) {
        const double value = static_cast<double>(code) / 255;
        table[code] = static_cast<float>(value <= 0.04045 ? value / 12.92
                                                          : std::pow((value + 0.055) / 1.055, 2.4));
    }
    return table;
}

Image middle_in_srgb(VipsImage* image) {
    const int longest = std::max(image->Xsize, image->Ysize);
    auto seen = made([&](VipsImage** out) {
        return vips_colourspace(image, out, VIPS_INTERPRETATION_sRGB, nullptr);
    });
    if (seen->Bands > colours) {
        seen = made([&](VipsImage** out) {
            return vips_extract_band(seen.get(), out, 0, "n", colours, nullptr);
        });
    }
    if (longest != libraries::screen_picture) {
        seen = made([&](VipsImage** out) {
            return vips_resize(
                seen.get(), out, static_cast<double>(libraries::screen_picture) / longest, nullptr);
        });
    }
    const int width = std::max(1, seen->Xsize / 2);
    const int height = std::max(1, seen->Ysize / 2);
    auto middle = made([&](VipsImage** out) {
        return vips_extract_area(seen.get(),
                                 out,
                                 (seen->Xsize - width) / 2,
                                 (seen->Ysize - height) / 2,
                                 width,
                                 height,
                                 nullptr);
    });
    if (middle->Bands != colours || middle->BandFmt != VIPS_FORMAT_UCHAR) {
        throw Refused{"kind"};
    }
    return in_memory(middle);
}

double median(std::vector<float> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return std::max<double>(*middle, least_light);
}

double in_stops(double ratio) {
    return std::clamp(std::log2(ratio), -most_stops, most_stops);
}

// The mean size of the Laplacian: of a mean, one hard edge is little.
double detail(const Plane& plane) {
    double sum = 0;
    int count = 0;
    for (int y = 1; y + 1 < plane.height; ++y) {
        for (int x = 1; x + 1 < plane.width; ++x) {
            sum += std::abs(4.0 * plane.at(x, y) - plane.at(x - 1, y) - plane.at(x + 1, y) -
                            plane.at(x, y - 1) - plane.at(x, y + 1));
            ++count;
        }
    }
    return count == 0 ? 0 : sum / count;
}

// Where there is no detail at all, nothing is sharp.
double sharpness_of(const Plane& luminance, double median_luminance) {
    constexpr double least_detail = 1e-6;
    return in_stops(std::max(least_detail, detail(luminance)) / median_luminance);
}

int hundredths(double value) {
    return static_cast<int>(std::lround(value * 100));
}

std::string lines_of(VipsImage* middle) {
    const auto linear = linear_of_srgb();
    const auto* pixel = static_cast<const std::uint8_t*>(vips_image_get_data(middle));
    const auto count =
        static_cast<std::size_t>(middle->Xsize) * static_cast<std::size_t>(middle->Ysize);
    std::array<std::vector<float>, colours> of_colour;
    Plane luminance{middle->Xsize, middle->Ysize};
    std::size_t bright = 0;
    std::size_t dark = 0;
    for (std::size_t at = 0; at < count; ++at, pixel += colours) {
        for (std::size_t colour = 0; colour < of_colour.size(); ++colour) {
            of_colour[colour].push_back(linear[pixel[colour]]);
        }
        luminance.values.push_back(0.2126F * linear[pixel[0]] + 0.7152F * linear[pixel[1]] +
                                   0.0722F * linear[pixel[2]]);
        const auto most = std::max({pixel[0], pixel[1], pixel[2]});
        bright += most >= nearly_white ? 1U : 0U;
        dark += most <= nearly_black ? 1U : 0U;
    }
    const double green = median(std::move(of_colour[1]));
    const double light = median(luminance.values);
    const double all = static_cast<double>(count);
    return fmt::format(
        "figures {}\nlight {}\nred_cast {}\nblue_cast {}\nsharpness {}\nclipped_bright {}\n"
        "clipped_dark {}\n",
        version_of_figures,
        hundredths(in_stops(light)),
        hundredths(in_stops(median(std::move(of_colour[0])) / green)),
        hundredths(in_stops(median(std::move(of_colour[2])) / green)),
        hundredths(sharpness_of(luminance, light)),
        hundredths(100 * static_cast<double>(bright) / all),
        hundredths(100 * static_cast<double>(dark) / all));
}

}  // namespace

std::string figure_lines(VipsImage* image) {
    try {
        return lines_of(middle_in_srgb(image).get());
    } catch (const Refused&) {
        vips_error_clear();
        return "";
    }
}

}  // namespace pictures
