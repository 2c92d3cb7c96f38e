using Azure.Data.Tables;
using PublicAdmin.Azure;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Platform;

namespace PublicAdmin.Tests.Azure;

/// <summary>The contract of the tables against Azurite or Azure. Every test has a table of its own.</summary>
public sealed class TableStorageTableTests : TableContract, IAsyncLifetime
{
    private readonly TableClient _table = Servers.Tables().GetTableClient($"t{Guid.NewGuid():N}");

    protected override ITable Table => new TableStorageTable(_table);

    public Task InitializeAsync() => _table.CreateIfNotExistsAsync();

    public Task DisposeAsync() => _table.DeleteAsync();
}
