package dev.mysqlsmith.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        JOIN::optimize(bool)                                        | JOIN::optimize
        virtual longlong Item_typecast_signed::val_int()            | Item_typecast_signed::val_int
        char* write_digits(T, int, char*) [with T = unsigned int]   | write_digits
        bool {anonymous}::process(THD*, bool*)                      | {anonymous}::process
        (anonymous namespace)::process(THD*)                        | {anonymous}::process
        const auto& AccessPath::index_merge() const                 | AccessPath::index_merge
        Prealloced_array<Key_use*, 4ul>::at(unsigned long)          | Prealloced_array::at
        void std::vector<int, std::allocator<int> >::push_back(int) | std::vector::push_back
        Foo::operator()(int) const                                  | Foo::operator()
        bool Foo::operator<(Foo const&) const                       | Foo::operator<
        handle_fatal_signal                                         | handle_fatal_signal
        PrintQueryPlan[abi:cxx11](THD*, THD const*)                 | PrintQueryPlan
        Item* List<Item>::pop()                                     | List::pop
        _ZN11ha_innobase10update_rowEPKhPh                          | ha_innobase::update_row
        _Z12mysql_updateP3THDR4ListI4ItemES4_y15enum_duplicatesPyS6_| mysql_update
        _ZN4ListI4ItemE3popEv                                       | List::pop
        _ZN14Sql_cmd_updateC2Ev                                     | Sql_cmd_update::Sql_cmd_update
        _ZNK4Item11val_decimalEv                                    | Item::val_decimal
        _ZN12_GLOBAL__N_17collectEi                                 | {anonymous}::collect
        _ZL9do_selectP4JOIN                                         | do_select
        _ZNSt6vectorIiSaIiEE9push_backERKi                          | std::vector::push_back
        _ZN4ItemD0Ev                                                | Item::~Item
        _ZThn16_N9ha_myisam5closeEv                                 | ha_myisam::close
        """)
    void keepsTheQualifiedNameOnly(String symbol, String name) {
        assertThat(FunctionName.of(symbol.strip())).isEqualTo(name.strip());
    }
}
