using System.Globalization;
using CognitoPools.Audit.Model;
using CognitoPools.Audit.UserPools;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Users can write the claim that decides over their rights.</summary>
internal sealed class ClaimUserWritableCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ClaimUserWritable", "Users can write the claim that decides over their rights")
    {
        Condition = "A rule or a principal tag is on an attribute of a user pool that the app client may write, such as email, profile "
            + "or custom:role.",
        Severity = "High; Medium when nothing is known of the app client.",
        Highest = PoolFindingSeverity.High,
        Why = "With a token of the app client every user can change the attribute, and so choose the role or the principal tag.",
        Fix = "Use groups with the role setting Token, or take the attribute off the write attributes of the app client.",
        NotWhen = "The claim is one that only the user pool sets, such as sub, aud, iss and cognito:groups; the app client may not write "
            + "the attribute; or it cannot be changed and users cannot sign themselves up.",
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
                Remedies.Comment($"Look up what the app client may write: {lookUp}"),
                Remedies.Comment("Give the answer to Test-CognitoIdentityPool with -UserPool, which then knows."),
                TakeOff(pool, client, claim)))
        {
            Why = $"The app client could not be read. If it may write {claim}, every user can change the attribute and so choose the role "
                + $"or the principal tag. {lookUp} says so, and its answer can be given with -UserPool.",
        };
    }

    private static string TakeOff(AuditedPool pool, PoolIdentityProvider client, string claim)
    {
        var (id, _) = UserPool(client);
        return Remedies.Lines(
            Remedies.Comment($"Take {claim} off the write attributes of app client {client.ClientId} of user pool {id}."),
            Remedies.Comment(
                "Or give the groups of the user pool their roles, and take the role from the token: "
                    + ProviderRemedies.Set(pool, client, "-RoleSetting Token")));
    }

    private static (string Id, string Region) UserPool(PoolIdentityProvider client) =>
        UserPoolName.Find(client.Name) is { } userPool ? (userPool.Id, userPool.Region) : (client.Name, "<Region>");
}
