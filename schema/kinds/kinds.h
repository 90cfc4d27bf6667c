#pragma once
// Every kind of record, made from the descriptions in schema/records.

#include <span>
#include <string_view>

#include "schema/kinds/kind.h"
#include "schema/records/any_record.h"

namespace kinds {

// Those of a patient and the patient (AnyRecord, in its order); then score, instrument, clinic,
// depth-limit, advice, tag, agreement and agreement rating; studies of agreement and their
// ratings as rows of files; account and device; last, the clinic's own records.
std::span<const Kind> all();

// The kinds of AnyRecord, in its order: what a record refers to comes before it.
std::span<const Kind> of_patients();

// The kinds of ClinicRecord, in its order.
std::span<const Kind> of_clinic();

// Throws std::out_of_range for a noun that no kind has.
const Kind& named(std::string_view noun);

// The kind that was made from the description of this type, which is one of the above.
const Kind& of_type(const std::type_info& type);

template <class Record>
const Kind& of() {
    static const Kind& kind = of_type(typeid(Record));
    return kind;
}

// A record of any kind where it lies, to be read; the record outlives this.
class ConstRecord {
  public:
    template <class R>
    requires requires { schema::Description<R>::noun; }
    ConstRecord(const R& record) : kind_(&of<R>()), at_(&record) {}
    ConstRecord(const schema::AnyRecord& record);

    const Kind& kind() const { return *kind_; }
    const void* at() const { return at_; }
    Kept kept() const { return kind_->kept(at_); }
    Value get(const Field& field) const { return field.get(at_); }

  protected:
    ConstRecord(const Kind& kind, const void* at) : kind_(&kind), at_(at) {}

  private:
    const Kind* kind_;
    const void* at_;
};

// The same, to be filled.
class Record : public ConstRecord {
  public:
    template <class R>
    requires(requires { schema::Description<R>::noun; } && !std::is_const_v<R>) Record(R& record)
        : ConstRecord(record), at_(&record) {}
    Record(schema::AnyRecord& record);

    void* at() const { return at_; }
    void set_kept(const Kept& kept) const { kind().set_kept(at_, kept); }
    void set(const Field& field, Value value) const { field.set(at_, std::move(value)); }

  private:
    void* at_;
};

// A new record of one of the kinds of AnyRecord, nothing set.
schema::AnyRecord blank(const Kind& kind);

}  // namespace kinds
