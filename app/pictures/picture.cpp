#include "app/pictures/picture.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>
#include <vips/vips.h>

#include "app/libraries/pictures.h"
#include "app/pictures/figures.h"
#include "app/pictures/image.h"
#include "app/pictures/jpeg.h"

namespace pictures {

namespace {

constexpr int quality_kept = 95;
constexpr int quality_of_screen = 85;
constexpr std::size_t length_of_time = 19;  // "2026:01:05 10:30:00"

template <class Save>
std::string saved(const Save& save) {
    void* bytes = nullptr;
    std::size_t size = 0;
    if (save(&bytes, &size) != 0 || bytes == nullptr) {
        throw Refused{"broken"};
    }
    const std::unique_ptr<void, Released> kept(bytes);
    return {static_cast<const char*>(bytes), size};
}

using Loader = int (*)(void*, std::size_t, VipsImage**, ...);

struct Format {
    std::string_view name;
    Loader load;
};

bool holds(std::string_view bytes, std::size_t at, std::string_view mark) {
    return bytes.substr(std::min(at, bytes.size()), mark.size()) == mark;
}

// By what the bytes are, not by a name; nobody else's loader is asked.
Format format_of(std::string_view bytes) {
    if (holds(bytes, 0, "\xFF\xD8\xFF")) {
        return {"jpeg", &vips_jpegload_buffer};
    }
    if (holds(bytes, 0, "\x89PNG\r\n\x1A\n")) {
        return {"png", &vips_pngload_buffer};
    }
    if (holds(bytes, 0, "RIFF") && holds(bytes, 8, "WEBP")) {
        return {"webp", &vips_webpload_buffer};
    }
    constexpr std::array brands{"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"};
    const bool is_heic = std::any_of(
        brands.begin(), brands.end(), [&](const char* brand) { return holds(bytes, 8, brand); });
    if (holds(bytes, 4, "ftyp") && is_heic) {
        return {"heic", &vips_heifload_buffer};
    }
    throw Refused{"format"};
}

Image loaded(const Format& format, std::string_view bytes) {
    return made([&](VipsImage** out) {
        return format.load(const_cast<char*>(bytes.data()),
                           bytes.size(),
                           out,
                           "access",
                           VIPS_ACCESS_SEQUENTIAL,
                           "fail_on",
                           VIPS_FAIL_ON_TRUNCATED,
                           nullptr);
    });
}

// "2026-01-05T10:30:00" of what a camera writes, "2026:01:05 10:30:00 (…"; nothing for anything
// else.
std::optional<std::string> time_in(std::string text) {
    text.resize(std::min(text.size(), length_of_time));
    constexpr std::string_view form = "dddd:dd:dd dd:dd:dd";
    if (text.size() != form.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool fits = form[i] == 'd' ? g_ascii_isdigit(text[i]) != 0 : text[i] == form[i];
        if (!fits) {
            return std::nullopt;
        }
    }
    text[4] = text[7] = '-';
    text[10] = 'T';
    return text;
}

std::optional<std::string> time_of(VipsImage* image) {
    for (const auto* field :
         {"exif-ifd2-DateTimeOriginal", "exif-ifd2-DateTimeDigitized", "exif-ifd0-DateTime"}) {
        const char* text = nullptr;
        if (vips_image_get_typeof(image, field) != 0 &&
            vips_image_get_string(image, field, &text) == 0) {
            if (auto time = time_in(text)) {
                return time;
            }
        }
    }
    return std::nullopt;
}

// Turned as its orientation says.
Image turned(Image image, int orientation) {
    const auto turn = [&](VipsAngle angle) {
        image = made([&](VipsImage** out) { return vips_rot(image.get(), out, angle, nullptr); });
    };
    const auto mirror = [&](VipsDirection direction) {
        image =
            made([&](VipsImage** out) { return vips_flip(image.get(), out, direction, nullptr); });
    };
    constexpr std::array angles{VIPS_ANGLE_D0,
                                VIPS_ANGLE_D0,
                                VIPS_ANGLE_D180,
                                VIPS_ANGLE_D0,
                                VIPS_ANGLE_D90,
                                VIPS_ANGLE_D90,
                                VIPS_ANGLE_D270,
                                VIPS_ANGLE_D270};
    const auto angle = angles.at(static_cast<std::size_t>(orientation - 1));
    if (angle != VIPS_ANGLE_D0) {
        // Random access, for what was read from top to bottom.
        image = in_memory(image);
        turn(angle);
    }
    switch (orientation) {
        case 2:
        case 5:
        case 7:
            mirror(VIPS_DIRECTION_HORIZONTAL);
            break;
        case 4:
            image = in_memory(image);
            mirror(VIPS_DIRECTION_VERTICAL);
            break;
        default:
            break;
    }
    return image;
}

std::string as_jpeg(VipsImage* image, int quality) {
    return saved([&](void** bytes, std::size_t* size) {
        return vips_jpegsave_buffer(image,
                                    bytes,
                                    size,
                                    "Q",
                                    quality,
                                    "strip",
                                    TRUE,
                                    "optimize_coding",
                                    TRUE,
                                    "subsample_mode",
                                    VIPS_FOREIGN_SUBSAMPLE_OFF,
                                    nullptr);
    });
}

Image without_alpha(Image image) {
    if (vips_image_hasalpha(image.get()) == FALSE) {
        return image;
    }
    const std::array white{255.0, 255.0, 255.0};
    const std::unique_ptr<VipsArrayDouble, void (*)(VipsArrayDouble*)> background(
        vips_array_double_new(white.data(), white.size()),
        [](VipsArrayDouble* array) { vips_area_unref(VIPS_AREA(array)); });
    return made([&](VipsImage** out) {
        return vips_flatten(image.get(), out, "background", background.get(), nullptr);
    });
}

Image smaller_image(std::string_view bytes, int orientation, int longest_side) {
    auto image = made([&](VipsImage** out) {
        return vips_thumbnail_buffer(const_cast<char*>(bytes.data()),
                                     bytes.size(),
                                     out,
                                     longest_side,
                                     "height",
                                     longest_side,
                                     "size",
                                     VIPS_SIZE_DOWN,
                                     "no_rotate",
                                     TRUE,
                                     "fail_on",
                                     VIPS_FAIL_ON_TRUNCATED,
                                     nullptr);
    });
    return turned(without_alpha(std::move(image)), orientation);
}

std::string smaller_jpeg(std::string_view bytes, int orientation, int longest_side) {
    return as_jpeg(smaller_image(bytes, orientation, longest_side).get(), quality_of_screen);
}

Image in_srgb(Image image) {
    if (vips_image_get_typeof(image.get(), VIPS_META_ICC_NAME) == 0) {
        return image;
    }
    const int depth = image->BandFmt == VIPS_FORMAT_USHORT ? 16 : 8;
    return made([&](VipsImage** out) {
        return vips_icc_transform(
            image.get(), out, "srgb", "embedded", TRUE, "depth", depth, nullptr);
    });
}

struct Kept {
    std::string bytes;
    std::string format;
    int width = 0;
    int height = 0;
    int orientation = 1;
};

Kept kept_jpeg(std::string_view upload, int orientation) {
    auto jpeg = bare_jpeg(upload, orientation);
    return {std::move(jpeg.bytes), "jpeg", jpeg.width, jpeg.height, jpeg.orientation};
}

Kept kept_pixels(Image image, std::string_view came_as, int orientation) {
    image = turned(in_srgb(std::move(image)), orientation);
    if (came_as != "png") {
        image = without_alpha(std::move(image));
        auto bytes = as_jpeg(image.get(), quality_kept);
        return {std::move(bytes), "jpeg", image->Xsize, image->Ysize};
    }
    auto bytes = saved([&](void** out, std::size_t* size) {
        return vips_pngsave_buffer(image.get(), out, size, "strip", TRUE, nullptr);
    });
    return {std::move(bytes), "png", image->Xsize, image->Ysize};
}

}  // namespace

void refuse_too_many(int width, int height) {
    if (width < 1 || height < 1) {
        throw Refused{"broken"};
    }
    if (std::int64_t{width} * height > libraries::most_picture_pixels) {
        throw Refused{"pixels"};
    }
}

void prepare() {
    ::setenv("VIPS_NOVECTOR", "1", 1);  // it would make code at run time, which is not allowed here
    if (vips_init("needlebook-photos") != 0) {
        throw std::runtime_error("libvips cannot be started");
    }
    vips_block_untrusted_set(TRUE);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
}

std::string accept(std::string_view upload) {
    const auto format = format_of(upload);
    auto image = loaded(format, upload);
    refuse_too_many(image->Xsize, image->Ysize);
    const auto time = time_of(image.get());
    const int orientation = vips_image_get_orientation(image.get());
    const bool is_jpeg = format.name == "jpeg";
    const auto kept = is_jpeg ? kept_jpeg(upload, orientation)
                              : kept_pixels(std::move(image), format.name, orientation);
    auto answer = fmt::format("format {}\nwidth {}\nheight {}\norientation {}\nbytes {}\n",
                              kept.format,
                              kept.width,
                              kept.height,
                              kept.orientation,
                              kept.bytes.size());
    if (time) {
        answer += fmt::format("taken {}\n", *time);
    }
    // Of a JPEG by what came: a transform fills up what is missing, and decoding tells.
    const auto source = is_jpeg ? upload : std::string_view(kept.bytes);
    const int turn = is_jpeg ? orientation : 1;
    const auto small = smaller_jpeg(source, turn, libraries::small_picture);
    const auto seen = in_memory(smaller_image(source, turn, libraries::screen_picture));
    const auto screen = as_jpeg(seen.get(), quality_of_screen);
    answer += fmt::format("side-{} {}\nside-{} {}\n",
                          libraries::small_picture,
                          small.size(),
                          libraries::screen_picture,
                          screen.size()) +
              figure_lines(seen.get());
    return answer + "\n" + kept.bytes + small + screen;
}

std::string smaller(std::string_view bytes, int orientation, int longest_side) {
    const auto format = format_of(bytes);
    if (format.name != "jpeg" && format.name != "png") {
        throw Refused{"format"};
    }
    const auto made_smaller = smaller_jpeg(bytes, orientation, longest_side);
    return fmt::format("bytes {}\n\n", made_smaller.size()) + made_smaller;
}

}  // namespace pictures
