#include "schema/kinds/kinds.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

#include "schema/records/account.h"
#include "schema/records/agreement.h"
#include "schema/records/care_advice.h"
#include "schema/records/clinic.h"
#include "schema/records/clinic_record.h"
#include "schema/records/depth_limit.h"
#include "schema/records/entered_score.h"
#include "schema/records/instrument.h"
#include "schema/records/sign_in_device.h"
#include "schema/records/study_row.h"
#include "schema/records/tag.h"

namespace kinds {

namespace {

using schema::Description;

template <class... Kinds>
struct List {};

template <class... Record, class... Other, class... OfClinic>
List<Record..., Other..., OfClinic...> joined(std::variant<Record...>*,
                                              List<Other...>,
                                              std::variant<OfClinic...>*);

using All = decltype(joined(static_cast<schema::AnyRecord*>(nullptr),
                            List<schema::EnteredScore,
                                 schema::Instrument,
                                 schema::Clinic,
                                 schema::DepthLimit,
                                 schema::CareAdvice,
                                 schema::Tag,
                                 schema::Agreement,
                                 schema::AgreementRating,
                                 schema::StudyRow,
                                 schema::StudyRatingRow,
                                 schema::Account,
                                 schema::SignInDevice>{},
                            static_cast<schema::ClinicRecord*>(nullptr)));

template <class Held>
struct Bare {
    using type = Held;
};
template <class Held>
struct Bare<std::optional<Held>> {
    using type = Held;
};

template <class Held>
struct TargetOf;
template <class Record>
struct TargetOf<schema::Id<Record>> {
    using type = Record;
};

template <class Held, class... Alternative>
consteval Type type_among(std::variant<std::monostate, Alternative...>*) {
    int place = 0;
    static_cast<void>(((std::is_same_v<Held, Alternative> || (++place, false)) || ...));
    return static_cast<Type>(place);
}

// How a field of a C++ type is held as a Value; here of those that are held as they are.
template <class Held>
struct As {
    static constexpr Type type = type_among<Held>(static_cast<Value::variant*>(nullptr));
    static Value out(const Held& held) { return held; }
    static Held in(Value&& value) { return std::get<Held>(std::move(value)); }
};

template <schema::Enumeration Enum>
struct As<Enum> {
    static constexpr Type type = Type::choice;
    static Value out(Enum held) { return Choice{static_cast<int>(held)}; }
    static Enum in(Value&& value) { return static_cast<Enum>(value.as<Choice>().index); }
};

template <class Record>
struct As<schema::Id<Record>> {
    static constexpr Type type = Type::id;
    static Value out(schema::Id<Record> held) { return Reference{held.value}; }
    static schema::Id<Record> in(Value&& value) {
        return schema::Id<Record>(value.as<Reference>().id);
    }
};

template <class Held>
concept Itemised = requires {
    Description<Held>::fields;
    Description<Held>::form;
};

template <Itemised Group>
struct As<Group> {
    static constexpr Type type = Type::items;
    static Value out(const Group& held) {
        Items items;
        schema::for_each_field<Group>([&](const auto& field) {
            using Held = typename std::decay_t<decltype(field)>::value_type;
            items.values.push_back(As<Held>::out(held.*field.member));
        });
        return items;
    }
    static Group in(Value&& value) {
        Group group;
        auto next = std::get<Items>(value).values.begin();
        schema::for_each_field<Group>([&](const auto& field) {
            using Held = typename std::decay_t<decltype(field)>::value_type;
            group.*field.member = As<Held>::in(std::move(*next++));
        });
        return group;
    }
};

template <class Held>
struct As<std::optional<Held>> {
    static constexpr Type type = As<Held>::type;
    static Value out(const std::optional<Held>& held) {
        return held ? As<Held>::out(*held) : Value();
    }
    static std::optional<Held> in(Value&& value) {
        return value.is_absent() ? std::nullopt : std::optional(As<Held>::in(std::move(value)));
    }
};

template <class Record>
std::vector<Field> fields_of();

template <class Record, std::size_t place>
Field field_of() {
    constexpr auto& described = std::get<place>(Description<Record>::fields);
    using Held = typename std::decay_t<decltype(described)>::value_type;
    using Plain = typename Bare<Held>::type;
    Field field{.name = described.name,
                .meaning = described.meaning,
                .type = As<Held>::type,
                .required = schema::is_required<Held>,
                .facets = described.facets};
    if constexpr (schema::Enumeration<Plain>) {
        field.words = schema::Words<Plain>::all;
        if constexpr (requires { schema::Words<Plain>::table; }) {
            field.word_table = schema::Words<Plain>::table;
        }
    } else if constexpr (As<Held>::type == Type::id) {
        field.refers_to = Description<typename TargetOf<Plain>::type>::noun;
    } else if constexpr (Itemised<Plain>) {
        field.items = fields_of<Plain>();
        field.item_form = Description<Plain>::form;
    }
    field.get = [](const void* record) {
        constexpr auto member = std::get<place>(Description<Record>::fields).member;
        return As<Held>::out(static_cast<const Record*>(record)->*member);
    };
    field.set = [](void* record, Value value) {
        constexpr auto member = std::get<place>(Description<Record>::fields).member;
        static_cast<Record*>(record)->*member = As<Held>::in(std::move(value));
    };
    return field;
}

template <class Record>
std::vector<Field> fields_of() {
    constexpr auto count = std::tuple_size_v<std::decay_t<decltype(Description<Record>::fields)>>;
    return []<std::size_t... place>(std::index_sequence<place...>) {
        return std::vector<Field>{field_of<Record, place>()...};
    }
    (std::make_index_sequence<count>());
}

template <class Record>
Parts parts_of() {
    constexpr auto& described = Description<Record>::parts;
    using Part =
        typename std::decay_t<decltype(std::declval<Record>().*described.member)>::value_type;
    static constexpr auto list = described.member;
    return {
        .name = described.name,
        .option = described.option,
        .table = described.table,
        .owner = described.owner,
        .meaning = described.meaning,
        .form = Description<Part>::form,
        .written = Description<Part>::written,
        .fields = fields_of<Part>(),
        .count =
            [](const void* record) { return (static_cast<const Record*>(record)->*list).size(); },
        .at = [](const void* record, std::size_t place) -> const void* {
            return &(static_cast<const Record*>(record)->*list)[place];
        },
        .edit = [](void* record, std::size_t place) -> void* {
            return &(static_cast<Record*>(record)->*list)[place];
        },
        .add = [](void* record) -> void* {
            return &(static_cast<Record*>(record)->*list).emplace_back();
        },
        .remove =
            [](void* record, std::size_t place) {
                auto& parts = static_cast<Record*>(record)->*list;
                parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(place));
            },
        .remove_last = [](void* record) { (static_cast<Record*>(record)->*list).pop_back(); },
        .clear = [](void* record) { (static_cast<Record*>(record)->*list).clear(); }};
}

template <class Record>
concept HasId = requires(Record record) {
    record.id;
};
template <class Record>
concept OfPatient = requires(Record record) {
    record.patient;
};
template <class Record>
concept Versioned = requires(Record record) {
    record.voided;
};

template <class Record>
Kept kept_of(const void* at) {
    const auto& record = *static_cast<const Record*>(at);
    Kept kept;
    if constexpr (HasId<Record>) {
        kept.id = record.id.value;
    }
    if constexpr (OfPatient<Record>) {
        kept.patient = record.patient.value;
    }
    if constexpr (Versioned<Record>) {
        kept.version = record.version;
        kept.voided = record.voided;
    }
    return kept;
}

template <class Record>
void set_kept_of(void* at, const Kept& kept) {
    auto& record = *static_cast<Record*>(at);
    if constexpr (HasId<Record>) {
        record.id = std::decay_t<decltype(record.id)>(kept.id);
    }
    if constexpr (OfPatient<Record>) {
        record.patient = schema::Id<schema::Patient>(kept.patient);
    }
    if constexpr (Versioned<Record>) {
        record.version = kept.version;
        record.voided = kept.voided;
    }
}

template <class Record>
Kind kind_of() {
    using D = Description<Record>;
    Kind kind{.type = &typeid(Record),
              .noun = D::noun,
              .plural = D::plural,
              .table = D::table,
              .summary = D::summary,
              .verb = "record",
              .owner = OfPatient<Record> ? schema::Owner::patient : schema::Owner::clinic,
              .has_id = HasId<Record>,
              .is_versioned = Versioned<Record>,
              .fields = fields_of<Record>(),
              .kept = &kept_of<Record>,
              .set_kept = &set_kept_of<Record>};
    if constexpr (requires { D::verb; }) {
        kind.verb = D::verb;
    }
    if constexpr (requires { D::steps; }) {
        kind.steps = D::steps;
    }
    if constexpr (requires { D::example; }) {
        kind.example = D::example;
    }
    if constexpr (requires { D::is_made_by_program; }) {
        kind.made_by_program = D::is_made_by_program;
    }
    if constexpr (requires { D::has_own_entrance; }) {
        kind.has_own_entrance = D::has_own_entrance;
    }
    if constexpr (schema::HasParts<Record>) {
        kind.parts = parts_of<Record>();
    }
    return kind;
}

template <class... Record>
std::vector<Kind> kinds_of(List<Record...>) {
    std::vector<Kind> list;
    list.reserve(sizeof...(Record));
    (list.push_back(kind_of<Record>()), ...);
    return list;
}

template <class Any, class... Record>
Any blank_of(std::size_t index, std::variant<Record...>*) {
    static constexpr std::array<Any (*)(), sizeof...(Record)> blanks{
        +[]() { return Any(Record{}); }...};
    return blanks.at(index)();
}

}  // namespace

const Field* Kind::field(std::string_view name) const {
    const auto found = std::find_if(
        fields.begin(), fields.end(), [&](const Field& each) { return each.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

const Field* Kind::field(schema::Role role) const {
    const auto found = std::find_if(
        fields.begin(), fields.end(), [&](const Field& each) { return each.facets.role == role; });
    return found == fields.end() ? nullptr : &*found;
}

std::span<const Kind> all() {
    static const auto list = kinds_of(All{});
    return list;
}

std::span<const Kind> of_patients() {
    return all().first(std::variant_size_v<schema::AnyRecord>);
}

std::span<const Kind> of_clinic() {
    return all().last(std::variant_size_v<schema::ClinicRecord>);
}

const Kind& named(std::string_view noun) {
    const auto list = all();
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Kind& each) { return each.noun == noun; });
    if (found == list.end()) {
        throw std::out_of_range("no kind of record is called " + std::string(noun));
    }
    return *found;
}

const Kind& of_type(const std::type_info& type) {
    const auto list = all();
    const auto found = std::find_if(
        list.begin(), list.end(), [&](const Kind& each) { return *each.type == type; });
    if (found == list.end()) {
        throw std::out_of_range(std::string("no kind of record has the type ") + type.name());
    }
    return *found;
}

ConstRecord::ConstRecord(const schema::AnyRecord& record)
    : ConstRecord(all()[record.index()],
                  std::visit([](const auto& one) -> const void* { return &one; }, record)) {}

Record::Record(schema::AnyRecord& record)
    : ConstRecord(record), at_(std::visit([](auto& one) -> void* { return &one; }, record)) {}

schema::AnyRecord blank(const Kind& kind) {
    return blank_of<schema::AnyRecord>(static_cast<std::size_t>(&kind - all().data()),
                                       static_cast<schema::AnyRecord*>(nullptr));
}

}  // namespace kinds
