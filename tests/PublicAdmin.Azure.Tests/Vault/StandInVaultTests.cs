using System.Diagnostics;
using PublicAdmin.Tests.Azure.Support;

namespace PublicAdmin.Tests.Azure.Vault;

/// <summary>The stand-in vault in the eyes of Microsoft's own client for Node, which nobody here wrote.</summary>
public sealed class StandInVaultTests
{
    // Makes, lists, shows, signs with and deletes a key, wraps with another; checks the signature by itself; sees the refusals.
    private const string Script = """
        const { KeyClient, CryptographyClient } = require('@azure/keyvault-keys');
        const crypto = require('node:crypto');
        const credential = { getToken: async () => ({ token: process.env.TOKEN, expiresOnTimestamp: Date.now() + 3600000 }) };
        const options = { disableChallengeResourceVerification: true };
        (async () => {
          const client = new KeyClient(process.env.VAULT, credential, options);
          for (const type of ['EC', 'EC', 'EC']) await client.createKey('seal-h18-61', type);
          let versions = 0;
          for await (const one of client.listPropertiesOfKeyVersions('seal-h18-61')) versions += one.enabled && one.createdOn ? 1 : 0;
          const key = await client.getKey('seal-h18-61');
          const digest = crypto.createHash('sha256').update('giấy khai sinh').digest();
          const signer = new CryptographyClient(key.id, credential, options);
          const { result, keyID } = await signer.sign('ES256', digest);
          const jwk = { kty: 'EC', crv: 'P-256', x: Buffer.from(key.key.x).toString('base64url'), y: Buffer.from(key.key.y).toString('base64url') };
          const good = crypto.verify('sha256', Buffer.from('giấy khai sinh'), { key: crypto.createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, result);
          const missing = await client.getKey('nobody').catch(e => `${e.statusCode} ${e.code}`);
          const wrapper = new CryptographyClient((await client.getKey('data-keys')).id, credential, options);
          const wrapped = (await wrapper.wrapKey('RSA-OAEP-256', digest)).result;
          const unwrapped = Buffer.compare(Buffer.from((await wrapper.unwrapKey('RSA-OAEP-256', wrapped)).result), digest) === 0;
          await client.beginDeleteKey('seal-h18-61').catch(() => {});
          const deleted = await client.createKey('seal-h18-61', 'EC').catch(e => `${e.statusCode}`);
          console.log([versions, good, keyID === key.id, unwrapped, missing, deleted].join(' '));
          process.exit(0);
        })().catch(e => { console.error(e); process.exit(1); });
        """;

    [NpmFact("@azure/keyvault-keys/package.json")]
    public async Task Microsofts_client_for_Node_finds_in_it_what_it_expects_of_a_vault()
    {
        await using var vault = await StandInVault.StartAsync();
        vault.Throttle(1);
        var start = new ProcessStartInfo(
            "node", ["-e", Script]) { WorkingDirectory = NpmTools.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["VAULT"], start.Environment["TOKEN"], start.Environment["NODE_EXTRA_CA_CERTS"]) =
            (vault.Address.AbsoluteUri, StandInTokens.For("https://vault.azure.net"), StandInCertificate.File);

        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var said = await node.StandardOutput.ReadToEndAsync();

        Assert.True(said.Trim() == "3 true true true 404 KeyNotFound 409", said + await errors);
    }
}
