using System.Text.Json;
using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>Who can assume a role: the trust policy, read, built, evaluated and explained. Immutable; unknown elements
/// are kept.</summary>
public sealed class TrustPolicy
{
    /// <summary>Represents every pool in <see cref="AudiencePools"/>.</summary>
    internal const string AnyPool = "*";

    /// <summary>Represents the id of a pool that no policy names.</summary>
    internal const string SomePool = "{AnyPool}";

    private const string CurrentVersion = "2012-10-17";

    private readonly JsonElement root;

    private TrustPolicy(JsonElement root)
    {
        this.root = root;
        HasVariables = root.TryGetProperty("Version", out var version)
            && version.ValueKind == JsonValueKind.String
            && version.GetString() == CurrentVersion;
        Statements = [.. PolicyJson.Statements(root).Select((statement, index) => new TrustStatement(statement, index + 1))];
    }

    /// <summary>The statements in their order.</summary>
    public IReadOnlyList<TrustStatement> Statements { get; }

    // Policies of version 2008-10-17, which is also the default, have no variables.
    internal bool HasVariables { get; }

    /// <summary>Reads a trust policy.</summary>
    /// <param name="text">The JSON, percent-encoded (as IAM returns it) or not.</param>
    /// <exception cref="FormatException">It is not JSON, or not a trust policy. The message explains what is wrong and
    /// where.</exception>
    public static TrustPolicy Parse(string text)
    {
        var start = text?.TrimStart();
        return new(PolicyJson.ParseObject(start is null ? null : PolicyJson.Decoded(start)));
    }

    /// <summary>Creates the trust policy that the service's documentation requires.</summary>
    /// <param name="partition">The pools' partition.</param>
    /// <param name="identityPoolIds">The pools, at least one.</param>
    /// <param name="identityType">Whose role it is.</param>
    /// <param name="principalTags">Whether to allow sts:TagSession, which attribute mappings require.</param>
    /// <param name="requestTags">The tags that a session must carry, each with the values of which one must match;
    /// <c>*</c> and <c>?</c> are wildcards.</param>
    /// <param name="providers">The providers whose users the policy is limited to, as amr names them.</param>
    /// <exception cref="ArgumentException">No pool is given.</exception>
    public static TrustPolicy ForPool(
        AwsPartition partition, IEnumerable<string> identityPoolIds,
        PoolIdentityType identityType, bool principalTags = false,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? requestTags = null, IReadOnlyList<string>? providers = null)
    {
        string[] pools = [.. identityPoolIds];
        if (pools.Length == 0)
        {
            throw new ArgumentException(
                "A trust policy must name at least one identity pool. Without a condition on aud, it would accept any pool.",
                nameof(identityPoolIds));
        }
        return Parse(PolicyJson.Write(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("Version", CurrentVersion);
                writer.WriteStartArray("Statement");
                WriteStatement(writer, partition, pools, identityType, principalTags, requestTags, providers);
                writer.WriteEndArray();
                writer.WriteEndObject();
            },
            indented: false));
    }

    /// <summary>The policy as JSON, with unknown elements and in the original order.</summary>
    /// <param name="indented">On several lines. White space does not count towards IAM's limit.</param>
    public string ToJson(bool indented = true) => PolicyJson.Write(root, indented);

    /// <summary>This policy with an additional statement at its end.</summary>
    /// <param name="statement">The statement as JSON, such as <see cref="TrustExplanation.WorkingStatement"/>.</param>
    /// <exception cref="FormatException">It is not a statement of a trust policy.</exception>
    internal TrustPolicy WithStatement(string statement) =>
        WithStatements([.. Statements, new TrustStatement(PolicyJson.ParseObject(statement), Statements.Count + 1)]);

    /// <summary>This policy with one of its statements replaced.</summary>
    /// <param name="number">The statement's place, from 1.</param>
    /// <param name="statement">The new statement as JSON.</param>
    /// <exception cref="FormatException">It is not a statement of a trust policy.</exception>
    internal TrustPolicy WithStatement(int number, string statement) =>
        WithStatements([.. Statements.Select(known => known.Number == number
            ? new TrustStatement(PolicyJson.ParseObject(statement), number)
            : known)]);

    /// <summary>This policy without one of its statements.</summary>
    /// <param name="number">The statement's place, from 1.</param>
    internal TrustPolicy WithoutStatement(int number) =>
        WithStatements([.. Statements.Where(statement => statement.Number != number)]);

    private TrustPolicy WithStatements(IReadOnlyList<TrustStatement> statements) => Parse(PolicyJson.Write(
        writer =>
        {
            writer.WriteStartObject();
            foreach (var property in root.EnumerateObject())
            {
                if (property.Name != "Statement")
                {
                    property.WriteTo(writer);
                    continue;
                }
                writer.WriteStartArray("Statement");
                foreach (var statement in statements)
                    statement.WriteTo(writer);
                writer.WriteEndArray();
            }
            writer.WriteEndObject();
        },
        indented: false));

    /// <summary>
    /// Evaluates a request as IAM would: a Deny that matches overrides everything, otherwise every action needs an
    /// Allow that matches. Principals, actions, the String operators, Bool and Null are evaluated. The answer is
    /// conditional, and names the conditions, where it depends on what only the service can evaluate (dates, addresses,
    /// policy variables), or differs between the users that the request represents.
    /// </summary>
    /// <param name="request">The request.</param>
    public TrustDecision Evaluate(TrustRequest request)
    {
        var matches = request.Actions.Select(action => (Action: action, Statements: Match(request, action))).ToList();
        var open = matches.SelectMany(action => action.Statements)
            .SelectMany(match => match.Conditions)
            .Select(condition => condition.NotEvaluated)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var reasons = new TrustReasons(request);

        var all = matches.SelectMany(action => action.Statements).ToList();
        var denied = all.Find(match => !match.Statement.Allows && match.Matches);
        if (denied is not null)
            return new(false, reasons.Denied(denied), denied.Statement, open) { Trust = PoolRoleTrust.NotTrusted };
        var undecided = new List<StatementMatch>();
        foreach (var (action, statements) in matches)
        {
            if (statements.Any(match => match.Statement.Allows && match.Matches))
                continue;
            if (statements.FirstOrDefault(match => match.Statement.Allows && match.IsUndecided) is { } depends)
            {
                undecided.Add(depends);
                continue;
            }
            var (reason, nearest) = reasons.NotAllowed(statements, action);
            return new(false, reason, nearest, open) { Trust = PoolRoleTrust.NotTrusted };
        }
        var allowed = undecided.Count == 0;
        var allowing = matches[0].Statements
            .First(match => match.Statement.Allows && (match.Matches || match.IsUndecided))
            .Statement;
        undecided.AddRange(all.Where(match => !match.Statement.Allows && match.IsUndecided));
        if (undecided.Count == 0)
            return new(true, reasons.Allowed(allowing), allowing, open) { Trust = PoolRoleTrust.Trusted };
        return new(allowed, reasons.Depends(undecided), undecided[0].Statement, open)
        {
            Trust = PoolRoleTrust.Conditional,
            Conditions = TrustReasons.Conditions(undecided),
        };
    }

    /// <summary>Whether the role can be a pool's role: whether it admits all guests, or all authenticated users, of the
    /// pool.</summary>
    /// <param name="partition">The pool's partition.</param>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="identityType">Whose role it will be.</param>
    /// <param name="needsTagSession">Whether the pool maps attributes to principal tags.</param>
    internal TrustExplanation Explain(
        AwsPartition partition, string identityPoolId, PoolIdentityType identityType, bool needsTagSession = false)
    {
        var request = TrustRequest.ForPool(partition, identityPoolId, identityType, needsTagSession);
        var decision = Evaluate(request);
        var working = PolicyJson.Write(
            writer => WriteStatement(writer, partition, [identityPoolId], identityType, needsTagSession),
            indented: true);
        return new(decision.Trust, decision.Reason, working, [.. new TrustFindings(this, request).All(decision.Trust)])
        {
            IsAllowed = decision.Allowed,
            Conditions = decision.Conditions,
        };
    }

    /// <summary>
    /// The pools that the policy accepts through aud, in its order. Patterns are returned as they are;
    /// <see cref="AnyPool"/> represents a statement that accepts every pool because nothing in it binds aud. Deny
    /// statements are ignored.
    /// </summary>
    /// <param name="partition">The pools' partition.</param>
    public IReadOnlyList<string> AudiencePools(AwsPartition partition) =>
    [
        .. Statements
            .Where(statement => statement.Allows)
            .SelectMany(statement => PoolsOf(statement, partition))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The Allow statements for a partition's Cognito principal that have no condition on its aud. IAM refuses a policy
    /// with such a statement. It does not document which operators it accepts there. The cautious assumption is that
    /// the operator must require a value: not negated, without IfExists and ForAllValues.
    /// </summary>
    public IReadOnlyList<TrustStatement> CognitoStatementsWithoutAudience() =>
    [
        .. Statements.Where(statement => statement.Allows && AwsPartition.All.Any(partition =>
            statement.Principals.Contains(new(TrustPrincipal.Federated, partition.CognitoPrincipal))
            && !statement.Conditions.Any(condition => condition.IsFor($"{partition.CognitoKeyPrefix}:aud")
                && condition.Parsed.Demands))),
    ];

    internal IReadOnlyList<StatementMatch> Match(TrustRequest request, string action) =>
        [.. Statements.Select(statement => StatementMatch.Of(statement, request, action, HasVariables))];

    /// <summary>The pools that a statement names and that could pass its conditions, and whether any pool
    /// could.</summary>
    internal IReadOnlyList<string> PoolsOf(TrustStatement statement, AwsPartition partition)
    {
        var audience = new TrustRequest(partition, "", []).KeyOf("aud");
        var named = statement.Conditions.Where(condition => condition.IsFor(audience)
            && condition.Parsed is { Kind: ConditionOperatorKind.Text, Negated: false })
                .SelectMany(condition => condition.Values);
        return [
            .. named.Append(AnyPool)
                .Distinct(StringComparer.Ordinal)
                .Where(pool => CouldPass(statement, partition, pool == AnyPool ? SomePool : pool)),
        ];
    }

    // The user and the tags are not known here, so conditions on them count as met.
    private bool CouldPass(TrustStatement statement, AwsPartition partition, string pool)
    {
        var guest = TrustRequest.ForPool(partition, pool, PoolIdentityType.Guest, needsTagSession: true);
        var user = TrustRequest.ForPool(partition, pool, PoolIdentityType.Authenticated, needsTagSession: true);
        return new[] { user, guest }.Any(
            request => StatementMatch.Of(statement, request, TrustRequest.AssumeAction, HasVariables).CouldMatch);
    }

    private static void WriteStatement(
        Utf8JsonWriter writer, AwsPartition partition, IReadOnlyList<string> pools,
        PoolIdentityType identityType, bool principalTags,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? requestTags = null, IReadOnlyList<string>? providers = null)
    {
        var tags = (requestTags ?? new Dictionary<string, IReadOnlyList<string>>())
            .OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .ToLookup(tag => tag.Value.Any(value => value.IndexOfAny(['*', '?']) >= 0));
        writer.WriteStartObject();
        writer.WriteString("Effect", "Allow");
        writer.WriteStartObject("Principal");
        writer.WriteString(TrustPrincipal.Federated, partition.CognitoPrincipal);
        writer.WriteEndObject();
        writer.WriteOneOrMore(
            "Action",
            principalTags ? [TrustRequest.AssumeAction, TrustRequest.TagAction] : [TrustRequest.AssumeAction]);
        writer.WriteStartObject("Condition");
        writer.WriteStartObject("StringEquals");
        writer.WriteOneOrMore($"{partition.CognitoKeyPrefix}:aud", pools);
        foreach (var tag in tags[false])
            writer.WriteOneOrMore($"aws:RequestTag/{tag.Key}", tag.Value);
        writer.WriteEndObject();
        if (tags[true].Any())
        {
            writer.WriteStartObject("StringLike");
            foreach (var tag in tags[true])
                writer.WriteOneOrMore($"aws:RequestTag/{tag.Key}", tag.Value);
            writer.WriteEndObject();
        }
        writer.WriteStartObject("ForAnyValue:StringLike");
        writer.WriteOneOrMore(
            $"{partition.CognitoKeyPrefix}:amr",
            providers is { Count: > 0 } ? providers : [TrustRequest.AmrOf(identityType)]);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
