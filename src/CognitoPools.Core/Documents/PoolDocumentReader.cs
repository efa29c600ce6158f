using System.Text.RegularExpressions;
using CognitoPools.Pools;
using CognitoPools.Providers;
using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>Reads a pool document and rejects unknown content.</summary>
internal static class PoolDocumentReader
{
    private static readonly Regex Key = new(@"\A[A-Za-z0-9_][A-Za-z0-9_-]{0,127}\z", RegexOptions.CultureInvariant);

    /// <summary>Whether JSON looks like a pool document, because it has one of the keys that only such a document has.</summary>
    public static bool IsDocument(DocumentElement root) =>
        root.Has(PoolDocumentKeys.Version) || root.Has(PoolDocumentKeys.Name) || root.Has(PoolDocumentKeys.Schema);

    /// <summary>The definition in a document.</summary>
    /// <param name="root">The document.</param>
    /// <exception cref="DocumentFormatException">The document has a newer version or an unknown key, or contradicts itself.</exception>
    public static PoolDefinition Read(DocumentElement root)
    {
        CheckVersion(root.Require(PoolDocumentKeys.Version));
        root.Allow("a pool document", [.. PoolDocumentKeys.OfDocument]);
        var roles = ReadRoles(root.Find(PoolDocumentKeys.Roles));
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal);
        var providers = ReadProviders(root.Find(PoolDocumentKeys.Providers), roles, secrets);
        if (root.Find(PoolDocumentKeys.DeveloperProvider) is { } developer)
            providers.Add(Checked(developer, () => ProviderBuilder.Developer(developer.Text())));
        var name = root.Require(PoolDocumentKeys.Name);
        Checked(name, () =>
        {
            PoolRules.CheckName(name.Text());
            return true;
        });
        foreach (var (key, tag) in root.Find(PoolDocumentKeys.Tags)?.Members() ?? [])
        {
            if (PoolRules.IsReserved(key))
                throw tag.Error("keys that begin with 'aws:' are reserved for AWS.", "Remove the tag.");
        }
        var definition = new PoolDefinition
        {
            Name = name.Text(),
            Region = root.Find(PoolDocumentKeys.Region)?.Text(),
            GuestAccess = root.Find(PoolDocumentKeys.GuestAccess)?.Flag(),
            BasicFlow = root.Find(PoolDocumentKeys.BasicFlow)?.Choice<BasicFlowState>(),
            Tags = root.Find(PoolDocumentKeys.Tags)?.Table() ?? ReadableTable.Empty,
            AuthenticatedRole = RoleKey(root.Find(PoolDocumentKeys.AuthenticatedRole), roles),
            GuestRole = RoleKey(root.Find(PoolDocumentKeys.GuestRole), roles),
            Providers = providers,
            Secrets = secrets,
            Roles = roles,
        };
        foreach (var (key, role) in definition.Roles.Where(role => role.Value.Arn is null).Select(role => (role.Key, role.Value)))
            RoleDefinitionRules.Check(key, role);
        CheckNames(definition, root.Find(PoolDocumentKeys.Roles));
        return definition;
    }

    // The module derives only the names of the two default roles from the name of the pool.
    private static void CheckNames(PoolDefinition definition, DocumentElement? roles)
    {
        foreach (var (key, role) in definition.Roles.Select(role => (role.Key, role.Value)))
        {
            if (role.Name is null && role.Arn is null && key != definition.AuthenticatedRole && key != definition.GuestRole)
            {
                throw roles!.Value.Require(key).Error(
                    "the role has no name.",
                    $"Add a name. Only the names of {PoolDocumentKeys.AuthenticatedRole} and {PoolDocumentKeys.GuestRole} are derived from the pool.");
            }
        }
    }

    private static void CheckVersion(DocumentElement version)
    {
        var number = version.Number();
        if (number > PoolDocumentKeys.CurrentVersion)
        {
            throw version.Error(
                FormattableString.Invariant(
                    $"the document has version {number}, but this module reads only up to version {PoolDocumentKeys.CurrentVersion}."),
                "Install a newer version of the module.");
        }
        if (number < 1)
            throw version.Error("the version must be 1 or higher.", "");
    }

    private static List<PoolIdentityProvider> ReadProviders(
        DocumentElement? list, Dictionary<string, RoleDefinition> roles, Dictionary<string, string> secrets)
    {
        var providers = new List<PoolIdentityProvider>();
        foreach (var element in list?.Items() ?? [])
        {
            var provider = ReadProvider(element, roles, secrets);
            if (providers.Exists(known => known.Key == provider.Key))
                throw element.Error($"the provider {provider.Name} is listed twice.", "Remove one of them.");
            if (providers.Find(known => known.TagKey == provider.TagKey) is { } shared
                && !shared.AttributeMapping.Equals(provider.AttributeMapping))
            {
                throw element.Error(
                    $"the app clients of {provider.Name} share one attribute mapping, but their mappings differ.",
                    "Specify the same attributeMapping for each of them.");
            }
            providers.Add(provider);
        }
        return providers;
    }

    private static PoolIdentityProvider ReadProvider(
        DocumentElement element, Dictionary<string, RoleDefinition> roles, Dictionary<string, string> secrets)
    {
        element.Allow("a provider", [.. PoolDocumentKeys.OfProvider]);
        var type = element.Require(PoolDocumentKeys.Type);
        var provider = Named(element, type.Choice<ProviderType>());
        if (element.Find(PoolDocumentKeys.Secret) is { } secret)
            secrets[provider.Name] = Secret(secret, provider, roles);
        var rules = element.Find(PoolDocumentKeys.Rules)?.Items().Select(rule => ReadRule(rule, roles)).ToList() ?? [];
        var setting = element.Find(PoolDocumentKeys.RoleSetting)?.Choice<RoleSetting>()
            ?? (rules.Count > 0 ? RoleSetting.Rules : RoleSetting.Default);
        if (rules.Count > 0 && setting != RoleSetting.Rules)
            throw element.Require(PoolDocumentKeys.RoleSetting).Error("a provider with rules must have the role setting Rules.", "");
        if (rules.Count == 0 && setting == RoleSetting.Rules)
        {
            throw element.Require(PoolDocumentKeys.RoleSetting)
                .Error("the role setting Rules requires at least one rule.", $"Add {PoolDocumentKeys.Rules}, or remove the roleSetting.");
        }
        var resolution = element.Find(PoolDocumentKeys.RoleResolution)?.Choice<RoleResolution>();
        if (setting == RoleSetting.Default && resolution is not null)
        {
            throw element.Require(PoolDocumentKeys.RoleResolution)
                .Error("a provider with the role setting Default cannot have a role resolution.", "Remove it, or add a roleSetting.");
        }
        return provider with
        {
            RoleSetting = setting,
            RoleResolution = setting == RoleSetting.Default ? null : resolution ?? RoleResolution.Deny,
            Rules = rules,
            AttributeMapping = ReadMapping(element.Find(PoolDocumentKeys.AttributeMapping)),
        };
    }

    private static PoolIdentityProvider Named(DocumentElement element, ProviderType type)
    {
        if (type == ProviderType.Developer)
        {
            throw element.Error(
                "the developer provider cannot be listed in providers.", $"Use the key {PoolDocumentKeys.DeveloperProvider}.");
        }
        var isPublic = PublicProviders.IsPublic(type);
        var hasClient = isPublic || type == ProviderType.CognitoUserPool;
        if (isPublic && element.Find(PoolDocumentKeys.Name) is { } name && name.Text() != PublicProviders.Host(type))
            throw name.Error($"a provider of type {type} always has the name {PublicProviders.Host(type)}.", "Remove the name.");
        if (!hasClient && element.Find(PoolDocumentKeys.ClientId) is { } client)
            throw client.Error($"a provider of type {type} cannot have a client id.", "Remove it. The client ids of such a provider are set in IAM.");
        if (type != ProviderType.CognitoUserPool && element.Find(PoolDocumentKeys.ServerSideTokenCheck) is { } check)
            throw check.Error("only a Cognito user pool can have a token check.", "Remove it.");
        if (isPublic)
        {
            var host = PublicProviders.Host(type);
            var id = element.Find(PoolDocumentKeys.ClientId);
            if (ProviderSecret.IsIn(host))
                return new PoolIdentityProvider { Type = type, Name = host, ClientId = id is { } given ? ConsumerKey(given) : null };
            var required = id ?? element.Require(PoolDocumentKeys.ClientId);
            return Checked(required, () => ProviderBuilder.Public(type, required.Text()));
        }
        var named = element.Require(PoolDocumentKeys.Name);
        if (type == ProviderType.CognitoUserPool)
        {
            var app = element.Require(PoolDocumentKeys.ClientId);
            var checks = element.Find(PoolDocumentKeys.ServerSideTokenCheck)?.Flag() ?? true;
            return Checked(named, () => ProviderBuilder.UserPool(named.Text(), app.Text(), checks));
        }
        // The placeholders are resolved and the ARN is checked later, when the account is known.
        return new PoolIdentityProvider { Type = type, Name = named.Text() };
    }

    private static string ConsumerKey(DocumentElement element) => element.Text().IndexOf(';') < 0
        ? element.Text()
        : throw element.Error(
            "the document must not contain the consumer secret.",
            $"Keep only the consumer key, add \"{PoolDocumentKeys.Secret}\": \"name\", and specify -Value @{{ name = '...' }}.");

    private static string Secret(DocumentElement element, PoolIdentityProvider provider, Dictionary<string, RoleDefinition> roles)
    {
        if (!ProviderSecret.IsIn(provider.Name))
            throw element.Error($"a provider of type {provider.Type} cannot have a secret.", "Remove it.");
        var key = KeyOf(element, element.Text(), "the name of a secret");
        return roles.ContainsKey(key)
            ? throw element.Error($"'{key}' is also the key of a role, but -Value can have only one value for it.", "Use another name.")
            : key;
    }

    private static PoolRoleRule ReadRule(DocumentElement element, Dictionary<string, RoleDefinition> roles)
    {
        element.Allow("a rule", [.. PoolDocumentKeys.OfRule]);
        return new PoolRoleRule
        {
            Claim = element.Require(PoolDocumentKeys.Claim).Text(),
            Operator = element.Require(PoolDocumentKeys.Operator).Choice<RuleOperator>(),
            Value = element.Require(PoolDocumentKeys.Value).Text(),
            Role = RoleKey(element.Require(PoolDocumentKeys.Role), roles)!,
        };
    }

    private static AttributeMapping ReadMapping(DocumentElement? element) => element switch
    {
        null => AttributeMapping.Inactive,
        { Kind: System.Text.Json.JsonValueKind.Object } table => table.Table() is { Count: > 0 } tags
            ? AttributeMapping.Custom(tags)
            : AttributeMapping.Inactive,
        { } word => word.Choice<AttributeMappingMode>() switch
        {
            AttributeMappingMode.Default => AttributeMapping.Default,
            AttributeMappingMode.Inactive => AttributeMapping.Inactive,
            _ => throw word.Error("a custom mapping must be an object of principal tags and claims.", "For example, use { \"team\": \"custom:team\" }."),
        },
    };

    private static Dictionary<string, RoleDefinition> ReadRoles(DocumentElement? element)
    {
        var roles = new Dictionary<string, RoleDefinition>(StringComparer.Ordinal);
        foreach (var (key, role) in element?.Members() ?? [])
            roles[KeyOf(role, key, "the key of a role")] = ReadRole(role);
        return roles;
    }

    private static RoleDefinition ReadRole(DocumentElement element)
    {
        if (element.Find(PoolDocumentKeys.Arn) is { } arn)
        {
            element.Allow("a reference to a role", PoolDocumentKeys.Arn);
            return new RoleDefinition { Arn = arn.Text() };
        }
        element.Allow("a role", [.. PoolDocumentKeys.OfRole, PoolDocumentKeys.Arn]);
        if (element.Find(PoolDocumentKeys.Name) is { } name && !RoleNames.IsName(name.Text()))
            throw name.Error("the name of a role must have 1 to 64 characters: letters, digits and _ + = , . @ - are valid.", "Use another name.");
        if (element.Find(PoolDocumentKeys.Path) is { } path && !IsPath(path.Text()))
            throw path.Error("the path of a role must begin and end with a slash.", "For example, use /service-role/.");
        return new RoleDefinition
        {
            Name = element.Find(PoolDocumentKeys.Name)?.Text(),
            Path = element.Find(PoolDocumentKeys.Path)?.Text(),
            Description = element.Find(PoolDocumentKeys.Description)?.Text(),
            MaxSessionDuration = element.Find(PoolDocumentKeys.MaxSessionDuration)?.Number() is { } seconds and not 3_600 ? seconds : null,
            TrustPolicy = Policy(element.Require(PoolDocumentKeys.TrustPolicy)),
            InlinePolicies = element.Find(PoolDocumentKeys.InlinePolicies)?.Members()
                .ToDictionary(policy => policy.Name, policy => Policy(policy.Value), StringComparer.Ordinal) ?? [],
            AttachedPolicies = [.. element.Find(PoolDocumentKeys.AttachedPolicies)?.Items().Select(item => item.Text()) ?? []],
            PermissionsBoundary = element.Find(PoolDocumentKeys.PermissionsBoundary)?.Text(),
            Tags = element.Find(PoolDocumentKeys.Tags)?.Table() ?? ReadableTable.Empty,
        };
    }

    private static bool IsPath(string path) => path == "/"
        || (path.Length <= 512 && path is ['/', .., '/'] && path.All(character => character is >= '!' and <= '\u007E'));

    private static string Policy(DocumentElement element)
    {
        _ = element.Members();
        return PolicyJson.Write(element.Json, indented: false);
    }

    private static string KeyOf(DocumentElement element, string key, string what)
    {
        if (!Key.IsMatch(key))
        {
            throw element.Error(
                $"'{ShownText.Value(key)}' cannot be {what}.", "Use 1 to 128 letters, digits and the characters _ and -. It cannot begin with -.");
        }
        return DocumentPlaceholders.Names.Contains(key, StringComparer.OrdinalIgnoreCase)
            ? throw element.Error($"'{key}' is the name of a placeholder, so it cannot be {what}.", "Use another name.")
            : key;
    }

    private static string? RoleKey(DocumentElement? element, Dictionary<string, RoleDefinition> roles)
    {
        if (element is not { } given)
            return null;
        var key = given.Text();
        if (roles.ContainsKey(key))
            return key;
        throw given.Error(
            $"the document has no role '{ShownText.Value(key)}' under {PoolDocumentKeys.Roles}.",
            NearestMatch.Question(key, roles.Keys) is { Length: > 0 } question
                ? question
                : $"Add the role. For an existing role, use {{ \"{PoolDocumentKeys.Arn}\": \"arn:...\" }}.");
    }

    private static T Checked<T>(DocumentElement element, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidSettingException exception)
        {
            throw element.Error(exception.Rule, exception.Remedy);
        }
    }
}
