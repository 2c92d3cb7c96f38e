// Azure.Data.Tables 12.11.0
namespace Azure.Data.Tables.Models;

public partial class TableItem
{
    internal TableItem() => throw null;
}
