using System.Globalization;
using CognitoPools.Audit.Model;
using CognitoPools.Audit.UserPools;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Users can change the claim that decides their permissions.</summary>
internal sealed class ClaimUserWritableCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ClaimUserWritable", "Users can change the claim that decides their permissions")
    {
        Condition = "A rule or a principal tag uses an attribute of a user pool that the app client can write, such "
            + "as email, profile or custom:role.",
        Severity = "High; Medium if nothing is known about the app client.",
        Highest = PoolFindingSeverity.High,
        Why = "Every user with a token of the app client can change the attribute, and so choose the role or the "
            + "principal tag.",
        Fix = "Use groups with the role setting Token, or remove the attribute from the write attributes of the app "
            + "client.",
        NotWhen = "Only the user pool sets the claim, as for sub, aud, iss and cognito:groups; the app client cannot "
            + "write the attribute; or the attribute cannot be changed and users cannot sign themselves up.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles | AuditReads.AttributeMappings,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var client in pool.Pool.Providers.Where(provider => provider.Type == ProviderType.CognitoUserPool))
        {
            foreach (var uses in Uses(client).GroupBy(use => use.Claim, StringComparer.Ordinal))
            {
                if (!WritableAttributes.IsAttribute(uses.Key))
                    continue;
                var evidence = string.Join("; ", uses.Select(use => use.Text));
                var canWrite = WritableAttributes.CanWrite(pool.UserPools, client, uses.Key);
                if (canWrite is null)
                    yield return Unknown(pool, client, uses.Key, evidence);
                else if (canWrite.Value)
                    yield return new CheckResult(PoolFindingSeverity.High, Target(client, uses.Key), evidence, TakeOff(pool, client, uses.Key));
            }
        }
    }

    private static IEnumerable<(string Claim, string Text)> Uses(PoolIdentityProvider client) =>
    [
        .. client.Rules.Select((rule, index) => (rule.Claim, $"Rule {(index + 1).ToString(CultureInfo.InvariantCulture)}: {rule}")),
        .. client.AttributeMapping.Tags.Select(tag => (tag.Value, $"Principal tag {tag.Key}: {tag.Value}")),
    ];

    private static string Target(PoolIdentityProvider client, string claim) => $"Claim {claim} of {ProviderRemedies.Key(client)}";

    private CheckResult Unknown(AuditedPool pool, PoolIdentityProvider client, string claim, string evidence)
    {
        var (id, region) = UserPool(client);
        var lookUp = $"aws cognito-idp describe-user-pool-client --user-pool-id {id} --client-id {client.ClientId} --region {region}";
        return new CheckResult(
            PoolFindingSeverity.Medium, Target(client, claim), evidence,
            Remedies.Lines(
                Remedies.Comment($"Find out which attributes the app client can write: {lookUp}"),
                Remedies.Comment("Pass the output to Test-CognitoIdentityPool with -UserPool."),
                TakeOff(pool, client, claim)))
        {
            Why = $"The write attributes of the app client are not known. If it can write {claim}, every user can change the attribute, "
                + "and so choose the role or the principal tag.",
        };
    }

    private static string TakeOff(AuditedPool pool, PoolIdentityProvider client, string claim)
    {
        var (id, _) = UserPool(client);
        return Remedies.Lines(
            Remedies.Comment($"Remove {claim} from the write attributes of app client {client.ClientId} of user pool {id}."),
            Remedies.Comment(
                "Or assign roles to the groups of the user pool, and use the role setting Token: "
                    + ProviderRemedies.Set(pool, client, "-RoleSetting Token")));
    }

    private static (string Id, string Region) UserPool(PoolIdentityProvider client) =>
        UserPoolName.Find(client.Name) is { } userPool ? (userPool.Id, userPool.Region) : (client.Name, "<Region>");
}
