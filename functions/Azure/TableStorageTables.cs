using Azure.Data.Tables;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Azure;

/// <summary>Every table in one storage account.</summary>
[NeedsRole(AzureRole.TableContributor, AzureScope.Records)]
internal sealed class TableStorageTables(TableServiceClient account) : ITables
{
    private readonly Dictionary<string, TableStorageTable> _tables =
        Tables.All.ToDictionary(name => name, name => new TableStorageTable(account.GetTableClient(name)));

    public ITable this[string name] => _tables[name];
}
