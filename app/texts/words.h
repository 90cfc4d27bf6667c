#pragma once
// The phrases of words that records keep: what "left_cheek" is called.

#include <string>
#include <string_view>

#include "app/texts/phrase.h"
#include "schema/records/adverse_event.h"
#include "schema/records/instrument.h"
#include "schema/records/patient.h"
#include "schema/records/session.h"
#include "schema/types/concern.h"
#include "schema/types/level.h"
#include "schema/types/region.h"
#include "schema/types/word.h"

namespace texts {

// The part of app/texts/LANGUAGE/word.json that has the words of an enumeration: "region".
template <class Enum>
inline constexpr std::string_view list_of_words{};

template <>
inline constexpr std::string_view list_of_words<schema::Region> = "region";
template <>
inline constexpr std::string_view list_of_words<schema::Concern> = "concern";
template <>
inline constexpr std::string_view list_of_words<schema::Device> = "device";
template <>
inline constexpr std::string_view list_of_words<schema::Endpoint> = "endpoint";
template <>
inline constexpr std::string_view list_of_words<schema::EventKind> = "event";
template <>
inline constexpr std::string_view list_of_words<schema::Sex> = "sex";
template <>
inline constexpr std::string_view list_of_words<schema::NoiseKind> = "noise_kind";
template <>
inline constexpr std::string_view list_of_words<schema::Level> = "level";

template <class Enum>
concept HasWords = schema::Enumeration<Enum> && !list_of_words<Enum>.empty();

template <HasWords Enum>
Phrase phrase_of(Enum value) {
    return {"word." + std::string(list_of_words<Enum>) + "." + std::string(schema::word(value))};
}

}  // namespace texts
