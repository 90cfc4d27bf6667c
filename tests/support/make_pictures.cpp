// Pictures for tests, drawn by a formula: heads of two ellipses, no photographs of anybody.
//   make_pictures FOLDER            head.jpg odd.jpg grey.jpg progressive.jpg head.png alpha.png
//   head.webp head.heic bomb.png make_pictures coefficients FILE the DCT coefficients of a JPEG as
//   one line: sizes and a hash make_pictures turn N IN OUT     a JPEG turned as the orientation N
//   says, without loss make_pictures draw N FILE       a small JPEG that is another for each N
//   make_pictures pixels FILE       width, height and a hash of the pixels of any picture
//   make_pictures skin FILE LIGHT RED BLUE BLUR SHINE NEARER    skin with pores as a JPEG: stops of
//   light, of red and of blue, blurred by so many pixels, so many percent of its middle shining,
//   nearer by so many percent; all 0: as it is

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <jpeglib.h>
#include <turbojpeg.h>
#include <vips/vips.h>

namespace {

class Hash {
  public:
    void add(std::uint64_t value) {
        constexpr std::uint64_t prime = 1099511628211U;
        hash_ = (hash_ ^ value) * prime;
    }
    std::uint64_t value() const { return hash_; }

  private:
    std::uint64_t hash_ = 14695981039346656037U;
};

std::string bytes_of(const char* file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

VipsImage* head(int width, int height, int bands) {
    std::vector<unsigned char> pixels;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double u = 2.0 * x / width - 1;
            const double v = 2.0 * y / height - 1;
            const bool is_face = u * u / 0.4 + v * v / 0.7 < 1;
            const bool is_eye = std::abs(std::abs(u) - 0.25) < 0.08 && std::abs(v + 0.15) < 0.05;
            const double shade = 0.85 + 0.15 * std::sin(9 * u + 5 * v);
            const std::array<double, 4> colour = is_eye    ? std::array{40.0, 30.0, 30.0, 255.0}
                                                 : is_face ? std::array{210.0, 160.0, 130.0, 255.0}
                                                           : std::array{70.0, 90.0, 120.0, 128.0};
            for (int band = 0; band < bands; ++band) {
                pixels.push_back(static_cast<unsigned char>(colour[static_cast<std::size_t>(band)] *
                                                            (band < 3 ? shade : 1)));
            }
        }
    }
    VipsImage* borrowed = vips_image_new_from_memory(
        pixels.data(), pixels.size(), width, height, bands, VIPS_FORMAT_UCHAR);
    VipsImage* image = vips_image_copy_memory(borrowed);
    VipsImage* named = nullptr;
    vips_copy(image,
              &named,
              "interpretation",
              bands == 1 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB,
              nullptr);
    return named;
}

int make_all(const std::string& folder) {
    const auto save = [&](const char* name, VipsImage* image, auto... options) {
        return vips_image_write_to_file(image, (folder + "/" + name).c_str(), options..., nullptr);
    };
    VipsImage* face = head(640, 800, 3);
    VipsImage* bomb = nullptr;
    int failed = save("head.jpg", face, "Q", 90);
    failed += save("odd.jpg", head(101, 75, 3), "Q", 90);
    failed += save("grey.jpg", head(320, 240, 1), "Q", 90);
    failed += save("progressive.jpg", face, "Q", 80, "interlace", TRUE);
    failed += save("head.png", face);
    failed += save("alpha.png", head(200, 160, 4));
    failed += save("head.webp", face);
    failed += save("head.heic", face);
    failed += vips_black(&bomb, 20000, 20000, nullptr) + save("bomb.png", bomb);
    return failed == 0 ? 0 : 1;
}

double srgb_of(double linear) {
    const double value = std::clamp(linear, 0.0, 1.0);
    return value <= 0.0031308 ? 12.92 * value : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
}

// From 0 to 1, another for each place, the same each time.
double grain(int x, int y) {
    auto hash =
        static_cast<std::uint32_t>(x) * 374761393U + static_cast<std::uint32_t>(y) * 668265263U;
    hash = (hash ^ (hash >> 13U)) * 1274126177U;
    return static_cast<double>((hash ^ (hash >> 16U)) & 0xFFFFU) / 65535;
}

struct Skin {
    double light = 0;
    double red = 0;
    double blue = 0;
    double blur = 0;
    double shine = 0;
    double nearer = 0;
};

// Pores of several sizes on skin that is darker towards the edges.
int skin(const char* file, const Skin& how) {
    constexpr int width = 1600;
    constexpr int height = 2000;
    constexpr std::array<double, 3> colour{0.30, 0.17, 0.11};
    const std::array<double, 3> gain{
        std::exp2(how.light + how.red), std::exp2(how.light), std::exp2(how.light + how.blue)};
    const double scale = 1 + how.nearer / 100;
    std::vector<double> pixels;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double u = (x - width / 2.0) / scale;
            const double v = (y - height / 2.0) / scale;
            double texture = 1;
            for (const int size : {2, 4, 8, 16, 32}) {
                texture += 0.12 * (grain(static_cast<int>(std::floor(u / size)),
                                         static_cast<int>(std::floor(v / size)) + 7919 * size) -
                                   0.5);
            }
            const double shade = 1 - 0.4 * (u * u / 640000 + v * v / 1000000);
            const bool shines = x >= width / 4 && x < 3 * width / 4 && y >= height / 4 &&
                                y < height / 4 + height / 2.0 * how.shine / 100;
            for (std::size_t band = 0; band < 3; ++band) {
                pixels.push_back(shines ? 1.5 : colour[band] * texture * shade * gain[band]);
            }
        }
    }
    VipsImage* linear = vips_image_new_from_memory_copy(
        pixels.data(), pixels.size() * sizeof(double), width, height, 3, VIPS_FORMAT_DOUBLE);
    VipsImage* blurred = linear;
    if (how.blur > 0 && vips_gaussblur(linear, &blurred, how.blur, nullptr) != 0) {
        return 1;
    }
    std::size_t size = 0;
    const auto* values = static_cast<const double*>(vips_image_write_to_memory(blurred, &size));
    std::vector<unsigned char> codes;
    for (std::size_t at = 0; at < size / sizeof(double); ++at) {
        codes.push_back(static_cast<unsigned char>(std::lround(255 * srgb_of(values[at]))));
    }
    VipsImage* drawn = vips_image_new_from_memory_copy(
        codes.data(), codes.size(), width, height, 3, VIPS_FORMAT_UCHAR);
    VipsImage* named = nullptr;
    vips_copy(drawn, &named, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr);
    return vips_image_write_to_file(named, file, "Q", 92, nullptr);
}

int coefficients(const char* name) {
    std::FILE* file = std::fopen(name, "rb");
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_stdio_src(&jpeg, file);
    jpeg_read_header(&jpeg, TRUE);
    jvirt_barray_ptr* const arrays = jpeg_read_coefficients(&jpeg);
    Hash hash;
    std::cout << jpeg.image_width << 'x' << jpeg.image_height;
    for (int each = 0; each < jpeg.num_components; ++each) {
        const auto& component = jpeg.comp_info[each];
        for (int at = 0; at < DCTSIZE2; ++at) {
            hash.add(component.quant_table->quantval[at]);
        }
        for (JDIMENSION row = 0; row < component.height_in_blocks; ++row) {
            JBLOCKARRAY blocks = jpeg.mem->access_virt_barray(
                reinterpret_cast<j_common_ptr>(&jpeg), arrays[each], row, 1, FALSE);
            for (JDIMENSION block = 0; block < component.width_in_blocks; ++block) {
                for (int at = 0; at < DCTSIZE2; ++at) {
                    hash.add(static_cast<std::uint16_t>(blocks[0][block][at]));
                }
            }
        }
    }
    std::cout << ' ' << hash.value() << '\n';
    return 0;
}

int turn(int orientation, const char* from, const char* to) {
    constexpr std::array turns{TJXOP_NONE,
                               TJXOP_HFLIP,
                               TJXOP_ROT180,
                               TJXOP_VFLIP,
                               TJXOP_TRANSPOSE,
                               TJXOP_ROT90,
                               TJXOP_TRANSVERSE,
                               TJXOP_ROT270};
    const auto bytes = bytes_of(from);
    tjhandle handle = tjInitTransform();
    tjtransform how{};
    how.op = turns.at(static_cast<std::size_t>(orientation - 1));
    how.options = TJXOPT_PERFECT | TJXOPT_COPYNONE;
    unsigned char* out = nullptr;
    unsigned long size = 0;
    if (tjTransform(handle,
                    reinterpret_cast<const unsigned char*>(bytes.data()),
                    static_cast<unsigned long>(bytes.size()),
                    1,
                    &out,
                    &size,
                    &how,
                    0) != 0) {
        return 1;
    }
    std::ofstream(to, std::ios::binary)
        .write(reinterpret_cast<const char*>(out), static_cast<std::streamsize>(size));
    return 0;
}

int pixels(const char* name) {
    VipsImage* image = vips_image_new_from_file(name, nullptr);
    if (image == nullptr) {
        return 1;
    }
    std::size_t size = 0;
    const auto* const bytes =
        static_cast<const unsigned char*>(vips_image_write_to_memory(image, &size));
    Hash hash;
    for (std::size_t at = 0; at < size; ++at) {
        hash.add(bytes[at]);
    }
    std::cout << image->Xsize << 'x' << image->Ysize << ' ' << hash.value() << '\n';
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (vips_init(words[0]) != 0 || count < 2) {
        return 2;
    }
    const std::string what = words[1];
    if (what == "coefficients" && count == 3) {
        return coefficients(words[2]);
    }
    if (what == "pixels" && count == 3) {
        return pixels(words[2]);
    }
    if (what == "turn" && count == 5) {
        return turn(std::atoi(words[2]), words[3], words[4]);
    }
    if (what == "draw" && count == 4) {
        return vips_image_write_to_file(head(100 + std::atoi(words[2]), 80, 3), words[3], nullptr);
    }
    if (what == "skin" && count == 9) {
        return skin(words[2],
                    {.light = std::atof(words[3]),
                     .red = std::atof(words[4]),
                     .blue = std::atof(words[5]),
                     .blur = std::atof(words[6]),
                     .shine = std::atof(words[7]),
                     .nearer = std::atof(words[8])});
    }
    return make_all(what);
}
