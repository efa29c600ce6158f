using System.Text.Json;
using CognitoPools.Providers;
using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>Writes a pool document as JSON in a stable order, so that a small change of the pool is a small change of the file.</summary>
internal static class PoolDocumentWriter
{
    /// <summary>The text of the document, which ends with a line feed.</summary>
    /// <param name="pool">The definition.</param>
    public static string Write(PoolDefinition pool) => PolicyJson.Write(writer => Write(writer, pool), indented: true) + "\n";

    private static void Write(Utf8JsonWriter writer, PoolDefinition pool)
    {
        writer.WriteStartObject();
        writer.WriteNumber(PoolDocumentKeys.Version, PoolDocumentKeys.CurrentVersion);
        writer.WriteString(PoolDocumentKeys.Name, pool.Name);
        WriteText(writer, PoolDocumentKeys.Region, pool.Region);
        if (pool.GuestAccess is { } guests)
            writer.WriteBoolean(PoolDocumentKeys.GuestAccess, guests);
        WriteText(writer, PoolDocumentKeys.BasicFlow, pool.BasicFlow?.ToString());
        WriteText(
            writer, PoolDocumentKeys.DeveloperProvider,
            pool.Providers.FirstOrDefault(provider => provider.Type == ProviderType.Developer)?.Name);
        WriteTable(writer, PoolDocumentKeys.Tags, pool.Tags);
        WriteText(writer, PoolDocumentKeys.AuthenticatedRole, pool.AuthenticatedRole);
        WriteText(writer, PoolDocumentKeys.GuestRole, pool.GuestRole);
        WriteProviders(writer, pool);
        WriteRoles(writer, pool);
        writer.WriteEndObject();
    }

    private static void WriteProviders(Utf8JsonWriter writer, PoolDefinition pool)
    {
        var providers = pool.Providers.Where(provider => provider.Type != ProviderType.Developer).ToList();
        if (providers.Count == 0)
            return;
        writer.WriteStartArray(PoolDocumentKeys.Providers);
        foreach (var provider in providers)
            WriteProvider(writer, pool, provider);
        writer.WriteEndArray();
    }

    private static void WriteProvider(Utf8JsonWriter writer, PoolDefinition pool, PoolIdentityProvider provider)
    {
        writer.WriteStartObject();
        writer.WriteString(PoolDocumentKeys.Type, provider.Type.ToString());
        // Each type of public provider has only one possible name.
        if (!PublicProviders.IsPublic(provider.Type))
            writer.WriteString(PoolDocumentKeys.Name, provider.Name);
        WriteText(writer, PoolDocumentKeys.ClientId, provider.ClientId);
        if (pool.Secrets.TryGetValue(provider.Name, out var secret))
            writer.WriteString(PoolDocumentKeys.Secret, secret);
        if (provider.ServerSideTokenCheck is { } check)
            writer.WriteBoolean(PoolDocumentKeys.ServerSideTokenCheck, check);
        if (provider.RoleSetting != RoleSetting.Default)
            writer.WriteString(PoolDocumentKeys.RoleSetting, provider.RoleSetting.ToString());
        WriteText(writer, PoolDocumentKeys.RoleResolution, provider.RoleResolution?.ToString());
        if (provider.Rules.Count > 0)
        {
            writer.WriteStartArray(PoolDocumentKeys.Rules);
            foreach (var rule in provider.Rules)
            {
                writer.WriteStartObject();
                writer.WriteString(PoolDocumentKeys.Claim, rule.Claim);
                writer.WriteString(PoolDocumentKeys.Operator, rule.Operator.ToString());
                writer.WriteString(PoolDocumentKeys.Value, rule.Value);
                writer.WriteString(PoolDocumentKeys.Role, rule.Role);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        if (provider.AttributeMapping.Mode == AttributeMappingMode.Default)
            writer.WriteString(PoolDocumentKeys.AttributeMapping, nameof(AttributeMappingMode.Default));
        if (provider.AttributeMapping.Mode == AttributeMappingMode.Custom)
            WriteTable(writer, PoolDocumentKeys.AttributeMapping, provider.AttributeMapping.Tags);
        writer.WriteEndObject();
    }

    private static void WriteRoles(Utf8JsonWriter writer, PoolDefinition pool)
    {
        if (pool.Roles.Count == 0)
            return;
        writer.WriteStartObject(PoolDocumentKeys.Roles);
        foreach (var role in pool.Roles.OrderBy(role => Order(role.Key)).ThenBy(role => role.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject(role.Key);
            WriteRole(writer, role.Value);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WriteRole(Utf8JsonWriter writer, RoleDefinition role)
    {
        if (role.Arn is not null)
        {
            writer.WriteString(PoolDocumentKeys.Arn, role.Arn);
            return;
        }
        WriteText(writer, PoolDocumentKeys.Name, role.Name);
        WriteText(writer, PoolDocumentKeys.Path, role.Path);
        WriteText(writer, PoolDocumentKeys.Description, role.Description);
        if (role.MaxSessionDuration is { } seconds)
            writer.WriteNumber(PoolDocumentKeys.MaxSessionDuration, seconds);
        WritePolicy(writer, PoolDocumentKeys.TrustPolicy, role.TrustPolicy!);
        if (role.InlinePolicies.Count > 0)
        {
            writer.WriteStartObject(PoolDocumentKeys.InlinePolicies);
            foreach (var policy in role.InlinePolicies.OrderBy(policy => policy.Key, StringComparer.Ordinal))
                WritePolicy(writer, policy.Key, policy.Value);
            writer.WriteEndObject();
        }
        if (role.AttachedPolicies.Count > 0)
        {
            writer.WriteStartArray(PoolDocumentKeys.AttachedPolicies);
            foreach (var arn in role.AttachedPolicies)
                writer.WriteStringValue(arn);
            writer.WriteEndArray();
        }
        WriteText(writer, PoolDocumentKeys.PermissionsBoundary, role.PermissionsBoundary);
        WriteTable(writer, PoolDocumentKeys.Tags, role.Tags);
    }

    private static int Order(string key) => key switch
    {
        RoleKeys.Authenticated => 0,
        RoleKeys.Guest => 1,
        _ => 2,
    };

    private static void WriteText(Utf8JsonWriter writer, string key, string? text)
    {
        if (text is not null)
            writer.WriteString(key, text);
    }

    private static void WriteTable(Utf8JsonWriter writer, string key, ReadableTable table)
    {
        if (table.Count == 0)
            return;
        writer.WriteStartObject(key);
        foreach (var entry in table.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            writer.WriteString(entry.Key, entry.Value);
        writer.WriteEndObject();
    }

    private static void WritePolicy(Utf8JsonWriter writer, string key, string policy)
    {
        writer.WritePropertyName(key);
        PolicyJson.ParseObject(policy).WriteTo(writer);
    }
}
