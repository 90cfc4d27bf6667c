#pragma once
// Settings of the clinic's under a name, which a session can be started from. Its fields are called
// as those of a session; what belongs to one use (lot, expiry, consent) is in none.

#include <optional>
#include <string>
#include <vector>

#include "schema/records/description.h"
#include "schema/records/kept_by_clinic.h"
#include "schema/records/session.h"
#include "schema/types/active.h"

namespace schema {

struct Protocol : KeptByClinic<Protocol> {
    std::string name;
    Device device{};
    std::optional<std::string> model;
    std::optional<int> needles;
    std::optional<std::string> anaesthetic;
    std::optional<Active> glide;
    std::optional<std::string> glide_product;
    std::optional<std::string> products;
    std::optional<std::string> note;
    std::vector<SessionArea> areas;

    bool operator==(const Protocol&) const = default;
};

template <>
struct Description<Protocol> {
    static constexpr std::string_view noun = "protocol";
    static constexpr std::string_view table = "protocol";
    static constexpr std::string_view plural = "protocols";
    static constexpr std::string_view summary = "settings that a session can be started from";
    static constexpr std::string_view verb = "add";
    static constexpr Example example{
        .summary = "Add a protocol: settings under a name, from which a session can be started.",
        .options =
            "--name \"Scars, cheeks\" --device pen --area left_cheek:1.5:4 --area "
            "right_cheek:1.5:4 --products \"hyaluronic_acid=Serum 2 %; peptides\"",
        .correction = "--area left_cheek:1.25:4",
        .headers = "id  name           device  areas",
        .row = "3   Scars, cheeks  pen     left_cheek:1.5:4 right_cheek:1.5:4"};
    static constexpr std::tuple fields{
        Field{"name", &Protocol::name, "what the clinic calls it", {.identity = true}},
        Field{"device", &Protocol::device, "which device class"},
        Field{"model", &Protocol::model, "the device's model"},
        Field{"needles",
              &Protocol::needles,
              "needles in the cartridge, 1 to 600",
              {.range = {1, 600},
               .plausible = {1, 540, "the largest rollers have 540 needles"},
               .unit = "{needles}"}},
        Field{"anaesthetic", &Protocol::anaesthetic, "the anaesthetic that is put on before"},
        Field{"glide",
              &Protocol::glide,
              "active ingredient of the glide or serum that is needled through"},
        Field{"glide_product", &Protocol::glide_product, "its maker and name"},
        Field{"products",
              &Protocol::products,
              "what is put on afterwards: ACTIVE or ACTIVE=PRODUCT, parted by ;"},
        Field{
            "note", &Protocol::note, "free text", {.role = Role::free_text, .confidential = true}},
    };
    static constexpr Parts<Protocol, SessionArea> parts{
        "areas",
        "area",
        "protocol_area",
        "protocol_id",
        &Protocol::areas,
        "an area with its depth in mm and its passes"};
};

}  // namespace schema
