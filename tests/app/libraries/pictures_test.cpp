// What becomes of pictures that somebody sends: nothing of their metadata is left, a JPEG keeps its
// coefficients, and what looks into them can do nothing else.

#include "app/libraries/pictures.h"

#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <random>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/types/error.h"
#include "tests/support/made_pictures.h"
#include "tests/support/repetitions.h"

namespace libraries::pictures_test {
namespace {

using testing::HasSubstr;

std::string refusal(const std::function<void()>& work) {
    try {
        work();
    } catch (const schema::Error& error) {
        return error.problems().front().told.id;
    }
    return "accepted";
}

const support::MadePictures& made() {
    static const support::MadePictures pictures;
    return pictures;
}

std::string refused(const std::string& bytes) {
    return refusal([&] { accept_picture(bytes); });
}

TEST(Pictures, KeepAJpegsCoefficients) {
    for (const auto* name : {"head.jpg", "odd.jpg", "grey.jpg", "progressive.jpg"}) {
        const auto picture = accept_picture(made().bytes(name));
        EXPECT_EQ(picture.format, "jpeg") << name;
        EXPECT_EQ(picture.orientation, 1) << name;
        made().put("kept.jpg", picture.bytes);
        EXPECT_EQ(made().coefficients("kept.jpg"), made().coefficients(name)) << name;
    }
}

TEST(Pictures, KeepAPngsPixels) {
    const auto picture = accept_picture(made().bytes("head.png"));
    EXPECT_EQ(picture.format, "png");
    EXPECT_EQ(picture.width, 640);
    EXPECT_EQ(picture.height, 800);
    made().put("kept.png", picture.bytes);
    EXPECT_EQ(made().pixels("kept.png"), made().pixels("head.png"));
}

TEST(Pictures, MakeJpegOfWebpAndHeic) {
    for (const auto* name : {"head.webp", "head.heic"}) {
        const auto picture = accept_picture(made().bytes(name));
        EXPECT_EQ(picture.format, "jpeg") << name;
        EXPECT_EQ(picture.width, 640) << name;
        EXPECT_EQ(picture.height, 800) << name;
    }
}

TEST(Pictures, ComeWithSmallerOnesForTheScreen) {
    const auto picture = accept_picture(made().bytes("head.jpg"));
    made().put("small.jpg", picture.smaller.at(small_picture));
    made().put("screen.jpg", picture.smaller.at(screen_picture));
    EXPECT_THAT(made().pixels("small.jpg"), testing::StartsWith("256x320 "));
    EXPECT_THAT(made().pixels("screen.jpg"), testing::StartsWith("640x800 "));  // never larger
    EXPECT_EQ(smaller_picture(picture.bytes, 1, small_picture), picture.smaller.at(small_picture));
}

// Of blocks of 16 pixels: where they fill the picture it is turned, and turned back it is what
// came.
TEST(Pictures, AreTurnedWithoutLossWhereTheirSizeAllows) {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        made().put("turned.jpg", made().bytes("head.jpg"));
        made().exiftool({"-overwrite_original",
                         "-n",
                         fmt::format("-Orientation={}", orientation),
                         made().path("turned.jpg").string()});
        const auto picture = accept_picture(made().bytes("turned.jpg"));
        EXPECT_EQ(picture.orientation, 1) << orientation;
        EXPECT_EQ(picture.width, orientation < 5 ? 640 : 800) << orientation;
        made().put("kept.jpg", picture.bytes);
        const int back = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
        made().turn(back, "kept.jpg", "back.jpg");
        EXPECT_EQ(made().coefficients("back.jpg"), made().coefficients("head.jpg")) << orientation;
    }
}

TEST(Pictures, KeepTheirOrientationWhereTurningWouldLose) {
    made().put("odd_turned.jpg", made().bytes("odd.jpg"));
    made().exiftool({"-overwrite_original", "-n", "-Orientation=6", made().path("odd_turned.jpg")});
    const auto picture = accept_picture(made().bytes("odd_turned.jpg"));
    EXPECT_EQ(picture.orientation, 6);
    EXPECT_EQ(picture.width, 101);
    made().put("kept.jpg", picture.bytes);
    EXPECT_EQ(made().coefficients("kept.jpg"), made().coefficients("odd.jpg"));
    made().put("screen.jpg", picture.smaller.at(screen_picture));
    EXPECT_THAT(made().pixels("screen.jpg"), testing::StartsWith("75x101 "));
}

TEST(Pictures, TellWhenTheyWereTaken) {
    made().put("timed.jpg", made().bytes("head.jpg"));
    made().exiftool({"-overwrite_original",
                     "-DateTimeOriginal=2026:01:05 10:30:11",
                     made().path("timed.jpg").string()});
    EXPECT_EQ(accept_picture(made().bytes("timed.jpg")).taken, "2026-01-05T10:30:11");
    EXPECT_EQ(accept_picture(made().bytes("head.jpg")).taken, std::nullopt);
}

schema::PhotoFigures figures_of_skin(const std::string& how) {
    made().skin("skin.jpg", how);
    const auto figures = accept_picture(made().bytes("skin.jpg")).figures;
    EXPECT_TRUE(figures) << how;
    return figures.value_or(schema::PhotoFigures{});
}

// LIGHT RED BLUE BLUR SHINE NEARER: each figure moves by its own fault, and the others stay.
TEST(Pictures, ComeWithFiguresOfLightColourSharpnessAndClipping) {
    const auto plain = figures_of_skin("0 0 0 0 0 0");
    EXPECT_EQ(plain.version, 1);
    EXPECT_NEAR(plain.light, std::log2(0.2126 * 0.30 + 0.7152 * 0.17 + 0.0722 * 0.11), 0.15);
    EXPECT_NEAR(plain.red_cast, std::log2(0.30 / 0.17), 0.03);
    EXPECT_NEAR(plain.blue_cast, std::log2(0.11 / 0.17), 0.03);
    EXPECT_EQ(plain.clipped_bright, 0);
    EXPECT_EQ(plain.clipped_dark, 0);
    struct Row {
        std::string how;
        double light;
        double red;
        double blue;
    };
    for (const auto& row : std::vector<Row>{{"-1 0 0 0 0 0", -1, 0, 0},
                                            {"1 0 0 0 0 0", 1, 0, 0},
                                            {"0 0.5 0 0 0 0", 0.16, 0.5, 0},
                                            {"0 0 -0.5 0 0 0", -0.02, 0, -0.5},
                                            {"0 0 0 2 0 0", 0, 0, 0},
                                            {"0 0 0 0 0 5", 0, 0, 0}}) {
        const auto seen = figures_of_skin(row.how);
        EXPECT_NEAR(seen.light - plain.light, row.light, 0.06) << row.how;
        EXPECT_NEAR(seen.red_cast - plain.red_cast, row.red, 0.06) << row.how;
        EXPECT_NEAR(seen.blue_cast - plain.blue_cast, row.blue, 0.06) << row.how;
        EXPECT_EQ(seen.clipped_bright, 0) << row.how;
        EXPECT_EQ(seen.clipped_dark, 0) << row.how;
        const bool is_blurred = row.how == "0 0 0 2 0 0";
        if (is_blurred) {
            EXPECT_LT(seen.sharpness, plain.sharpness - 1);
        } else {
            EXPECT_NEAR(seen.sharpness, plain.sharpness, 0.3) << row.how;
        }
    }
    EXPECT_NEAR(figures_of_skin("0 0 0 0 12 0").clipped_bright, 12, 1);
    EXPECT_GT(figures_of_skin("-9 0 0 0 0 0").clipped_dark, 50);
}

TEST(Pictures, HaveFiguresWhateverTheirKindAndSize) {
    for (const auto* name :
         {"head.jpg", "odd.jpg", "grey.jpg", "head.png", "alpha.png", "head.webp", "head.heic"}) {
        EXPECT_TRUE(accept_picture(made().bytes(name)).figures) << name;
    }
}

// The same picture, turned by its orientation only.
TEST(Pictures, HaveTheSameFiguresHoweverTheyAreTurned) {
    made().skin("skin.jpg", "0 0 0 0 0 0");
    const auto plain = accept_picture(made().bytes("skin.jpg")).figures;
    made().exiftool({"-overwrite_original", "-n", "-Orientation=6", made().path("skin.jpg")});
    const auto turned = accept_picture(made().bytes("skin.jpg")).figures;
    ASSERT_TRUE(plain && turned);
    EXPECT_NEAR(turned->light, plain->light, 0.02);
    EXPECT_NEAR(turned->red_cast, plain->red_cast, 0.02);
    EXPECT_NEAR(turned->sharpness, plain->sharpness, 0.05);
}

// Each with what exiftool writes; nothing of it may be left.
constexpr std::array<std::string_view, 43> variants{
    "jpg -EXIF:Make=Phone",
    "jpg -EXIF:Model=Phone 12",
    "jpg -EXIF:Artist=Huda Saleh",
    "jpg -EXIF:Copyright=Huda Saleh",
    "jpg -EXIF:ImageDescription=Huda Saleh",
    "jpg -EXIF:UserComment=Huda Saleh",
    "jpg -EXIF:DateTimeOriginal=2026:01:05 10:30:00",
    "jpg -EXIF:OffsetTimeOriginal=+02:00",
    "jpg -EXIF:SerialNumber=4711",
    "jpg -EXIF:OwnerName=Huda Saleh",
    "jpg -EXIF:LensSerialNumber=4711",
    "jpg -EXIF:GPSLatitude=30.04 -EXIF:GPSLatitudeRef=N",
    "jpg -EXIF:GPSLongitude=31.23 -EXIF:GPSLongitudeRef=E",
    "jpg -EXIF:GPSAltitude=23",
    "jpg -EXIF:GPSDateStamp=2026:01:05",
    "jpg -EXIF:XPAuthor=Huda",
    "jpg -EXIF:XPComment=Huda",
    "jpg -EXIF:Software=Camera 1.0",
    "jpg -EXIF:Orientation#=3 -EXIF:Artist=Huda",
    "jpg -XMP:Creator=Huda Saleh",
    "jpg -XMP:Title=Huda Saleh",
    "jpg -XMP:Description=Huda Saleh",
    "jpg -XMP:Rating=5",
    "jpg -XMP:GPSLatitude=30.04",
    "jpg -XMP-photoshop:City=Cairo",
    "jpg -XMP-xmpMM:DocumentID=4711",
    "jpg -XMP-mwg-rs:RegionName=Huda",
    "jpg -IPTC:By-line=Huda Saleh",
    "jpg -IPTC:City=Cairo",
    "jpg -IPTC:Caption-Abstract=Huda Saleh",
    "jpg -Photoshop:XResolution=300",
    "jpg -Comment=Huda Saleh",
    "jpg -EXIF:Artist=Huda -XMP:Creator=Huda -IPTC:By-line=Huda -Comment=Huda",
    "png -PNG:Author=Huda Saleh",
    "png -PNG:Comment=Huda Saleh",
    "png -EXIF:Artist=Huda Saleh",
    "png -EXIF:GPSLatitude=30.04",
    "png -XMP:Creator=Huda Saleh",
    "png -PNG:CreationTime=2026:01:05 10:30:00",
    "webp -EXIF:Artist=Huda Saleh",
    "webp -EXIF:GPSLatitude=30.04",
    "webp -XMP:Creator=Huda Saleh",
    "heic -EXIF:Artist=Huda Saleh"};

// "jpg -A=b c -D=e": the ending, then the options.
std::vector<std::string> options_of(std::string_view variant) {
    std::vector<std::string> options;
    for (std::size_t at = variant.find(" -"); at != std::string_view::npos;) {
        const auto next = variant.find(" -", at + 1);
        options.emplace_back(variant.substr(at + 1, next - at - 1));
        at = next;
    }
    return options;
}

TEST(Pictures, LoseAllMetadata) {
    const auto read = [](const std::string& name) {
        return made().exiftool({"-s", "-a", "-u", "-G1", made().path(name).string()});
    };
    std::map<std::string, std::size_t> bare;  // how much exiftool says of one without any of it
    std::vector<std::string> after{"-s", "-a", "-u", "-G1"};
    for (std::size_t i = 0; i < variants.size(); ++i) {
        const std::string ending(variants[i].substr(0, variants[i].find(' ')));
        const auto name = fmt::format("variant{}.{}", i, ending);
        made().put(name, made().bytes("head." + ending));
        auto options = options_of(variants[i]);
        options.insert(options.begin(), "-overwrite_original");
        options.push_back(made().path(name).string());
        made().exiftool(options);
        if (!bare.contains(ending)) {
            bare[ending] = read("head." + ending).size();
        }
        EXPECT_GT(read(name).size(), bare[ending]) << variants[i];
        const auto picture = accept_picture(made().bytes(name));
        after.push_back(made().put(fmt::format("kept{}.{}", i, picture.format), picture.bytes));
        if (ending == "jpg" && variants[i].find("Orientation") == std::string_view::npos) {
            EXPECT_EQ(made().coefficients(fmt::format("kept{}.jpeg", i)),
                      made().coefficients("head.jpg"))
                << variants[i];
        }
    }
    const auto told = made().exiftool(after);
    EXPECT_THAT(told, Not(HasSubstr("Huda")));
    EXPECT_THAT(told, Not(HasSubstr("Cairo")));
    EXPECT_THAT(told, Not(HasSubstr("4711")));
    // Groups that say what the file is, and none that says more.
    const std::set<std::string> known{
        "ExifTool", "System", "File", "JFIF", "PNG", "PNG-pHYs", "Composite"};
    std::size_t lines = 0;
    for (std::size_t at = told.find("\n["); at != std::string::npos;
         at = told.find("\n[", at + 1)) {
        const auto group = told.substr(at + 2, told.find(']', at) - at - 2);
        EXPECT_TRUE(known.contains(group)) << told.substr(at + 1, 80);
        ++lines;
    }
    EXPECT_GT(lines, variants.size() * 10);
}

TEST(Pictures, AreOfFourKindsAndOfTheirBytesNotTheirNames) {
    EXPECT_EQ(refused(""), "error.photo_format");
    EXPECT_EQ(refused("chart,name\nC-001,x\n"), "error.photo_format");
    EXPECT_EQ(refused("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
              "error.photo_format");
    EXPECT_EQ(refused("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), "error.photo_format");
    EXPECT_EQ(refused("GIF89a\x01\x01"), "error.photo_format");
}

TEST(Pictures, HaveBounds) {
    EXPECT_EQ(refused(made().bytes("bomb.png")), "error.photo_pixels");
    EXPECT_EQ(refused(std::string(most_picture_bytes + 1, 'x')), "error.photo_bytes");
}

TEST(Pictures, AreWhole) {
    for (const auto* name : {"head.jpg", "progressive.jpg", "head.png", "head.webp", "head.heic"}) {
        const auto bytes = made().bytes(name);
        EXPECT_THAT(refused(bytes.substr(0, bytes.size() / 2)),
                    testing::AnyOf("error.photo_broken", "error.photo_format"))
            << name;
    }
}

// What looks into them, after it is confined: what it may not, it cannot.
TEST(Pictures, AreLookedIntoWithNothingElseInReach) {
    EXPECT_EQ(confined_try("nothing"), "exit 0");
    EXPECT_EQ(confined_try("open"), "exit 1");
    EXPECT_EQ(confined_try("connect"), "signal 31");
    EXPECT_EQ(confined_try("fork"), "signal 31");
    EXPECT_EQ(confined_try("run"), "signal 31");
    EXPECT_EQ(confined_try("remove"), "signal 31");
    EXPECT_EQ(confined_try("memory"), "exit 1");
}

// Bytes changed, cut out and put in by chance: each is taken or refused with a reason, in time.
class MutatedPictures : public testing::TestWithParam<const char*> {};

TEST_P(MutatedPictures, BreakNothing) {
    const int count = support::repetitions("NEEDLEBOOK_MUTATED_PICTURES", 40);
    std::minstd_rand random(7);
    const auto whole = made().bytes(GetParam());
    for (int i = 0; i < count; ++i) {
        auto bytes = whole;
        for (auto changes = random() % 8 + 1; changes > 0; --changes) {
            const auto at = random() % bytes.size();
            switch (random() % 3) {
                case 0:
                    bytes[at] = static_cast<char>(random());
                    break;
                case 1:
                    bytes.erase(at, random() % 64);
                    break;
                default:
                    bytes.insert(at, random() % 64, static_cast<char>(random()));
            }
        }
        EXPECT_THAT(refused(bytes),
                    testing::AnyOf("accepted",
                                   "error.photo_broken",
                                   "error.photo_format",
                                   "error.photo_kind",
                                   "error.photo_pixels"))
            << i;
    }
}

INSTANTIATE_TEST_SUITE_P(OfEachKind,
                         MutatedPictures,
                         testing::Values("head.jpg", "head.png", "head.webp", "head.heic"));

}  // namespace
}  // namespace libraries::pictures_test
