using PublicAdmin.Embedded;

await EmbeddedOffice.Build(args).RunAsync();
