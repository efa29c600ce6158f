using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Documents;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Commands.Pool;

/// <summary>Makes identity pools and their roles of documents, or brings existing ones to what the documents say.</summary>
/// <remarks>
/// <para>The cmdlet compares what is there with what the document says and makes a plan of the difference, which is shown, run and
/// undone like every other plan. A second run finds nothing to change and calls nothing that changes. The pool is the one of the
/// document's name, or of -Name, in the Region; when there is none, it is created. -IdentityPool chooses another pool.</para>
/// <para>What the pool or its roles have and the document does not is kept, with a warning for each; -Prune removes it. Providers,
/// tags, inline policies, attached policies and default roles are kept in this way. A trust policy, an inline policy, the rules and the
/// attribute mapping of a provider are replaced as a whole. A developer provider is never removed.</para>
/// <para>A role of the document is the one that the pool uses, or that was made for it, under the same name. Otherwise it is created,
/// with the path that the document gives, and with a tag that names the pool. When another role has the name, the new one gets the
/// start of the pool's id behind its name, with a warning. The module derives the names of the two default roles from the name of the
/// pool when the document has none. A role that the document only refers to must exist and must accept the pool's users;
/// -RepairTrust repairs its trust policy.</para>
/// <para>The cmdlet takes pool documents, the answers of the AWS CLI to describe-identity-pool, get-identity-pool-roles and
/// get-principal-tag-attribute-map (give those of one pool together), and CloudFormation templates in JSON with
/// AWS::Cognito::IdentityPool, its role attachment and its roles. The functions Ref, Fn::GetAtt, Fn::Sub and Fn::Join of a template are
/// resolved, and any other is an error that names its place. Comments and trailing commas are accepted.</para>
/// <para>The Region is the one of -Region, or that of the folder of the file when the folder is named for a Region, as
/// Export-CognitoIdentityPool -AllRegions names it, or that of the connection.</para>
/// <para>Identities cannot be imported: their ids belong to the service, and every user gets a new identity in another pool.</para>
/// </remarks>
/// <example>
/// <title>See first, then import</title>
/// <code>Export-CognitoIdentityPool shop -Path ./shop.json; Import-CognitoIdentityPool ./shop.json -WhatIf</code>
/// Shows every step with its policies, or nothing when the pool is as the document says.
/// </example>
/// <example>
/// <title>A copy in another Region</title>
/// <code>Get-CognitoIdentityPool shop | Export-CognitoIdentityPool | Import-CognitoIdentityPool -Region eu-central-1 -Name shop-eu</code>
/// Copies the pool with its roles in one line, beside the living original. Its identities stay where they are.
/// </example>
/// <example>
/// <title>Every document of a folder</title>
/// <code>Export-CognitoIdentityPool -Path ./pools; Import-CognitoIdentityPool ./pools/*.json -Prune -WhatIf</code>
/// Shows what would be changed and removed so that the pools are exactly what the files say.
/// </example>
/// <example>
/// <title>Another name for a role</title>
/// <code>Export-CognitoIdentityPool shop | Import-CognitoIdentityPool -Name kiosk -Value @{ authenticated = 'kiosk-users' }</code>
/// Makes a copy whose role for authenticated users, which has the key 'authenticated' in the document, is named kiosk-users.
/// </example>
/// <example>
/// <title>A plan for review</title>
/// <code>Export-CognitoIdentityPool shop | Import-CognitoIdentityPool -Name kiosk -AsPlan | Format-List</code>
/// Returns the plan and changes nothing. Invoke-PoolPlan runs it.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap,
/// CreateIdentityPool, UpdateIdentityPool, SetIdentityPoolRoles, SetPrincipalTagAttributeMap, TagResource and UntagResource; iam: GetRole, ListRoles,
/// ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies, GetPolicy, ListOpenIDConnectProviders, ListSAMLProviders, CreateRole,
/// PutRolePolicy, DeleteRolePolicy, AttachRolePolicy, DetachRolePolicy, UpdateAssumeRolePolicy, UpdateRole, PutRolePermissionsBoundary,
/// DeleteRolePermissionsBoundary, TagRole and UntagRole, of which a plan uses what it needs. Setting a role needs iam:PassRole.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito: identity
/// pools</seealso>
[Cmdlet(VerbsData.Import, "CognitoIdentityPool", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(IdentityPool), typeof(PoolPlan))]
public sealed class ImportCognitoIdentityPoolCommand : DocumentCommand
{
    private readonly DocumentLines lines = new();
    private readonly HashSet<string> imported = new(StringComparer.Ordinal);

    /// <summary>The files of the documents; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>A document: what Export-CognitoIdentityPool wrote, its text or the lines of it, a file that Get-ChildItem found, or what
    /// ConvertFrom-Json made. Other text that is piped is the path of a file.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public PSObject? Document { get; set; }

    /// <summary>The name of the pool, in place of the document's. With -IdentityPool the pool is renamed.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>The existing pool to bring to what the document says, by name, id or object, in place of the one of the document's name.
    /// It is needed where several pools share the name.</summary>
    [Parameter]
    [OneValue]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject? IdentityPool { get; set; }

    /// <summary>Removes what the document does not have: providers, tags, policies and default roles.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Repairs the trust policies of roles that the document only refers to, so that they accept the pool's users.</summary>
    [Parameter]
    public SwitchParameter RepairTrust { get; set; }

    /// <summary>Writes the plan as an object, for review or for a test, and changes nothing.</summary>
    [Parameter]
    public SwitchParameter AsPlan { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override IReadOnlyList<object?> Items => [Document];

    private protected override bool IsRow(object record) => !DocumentArgument.IsDocument(record);

    private protected override void Process()
    {
        Combination.NotWith(
            nameof(Path), IsArgument(nameof(Path)), (nameof(Document), IsArgument(nameof(Document)) || MyInvocation.ExpectingInput));
        if (Name is not null)
            PoolRules.CheckName(Name);
        var record = Unwrapped.Object(Document);
        if (IsArgument(nameof(Document)) && record is null or "")
            throw new InvalidSettingException(nameof(Document), null, "the value is empty.", "Specify a document, or omit -Document.");
        if (record is null && Path is null)
        {
            throw new InvalidSettingException(
                nameof(Path), null, "no document was given.", "Specify -Path, or pipe what Export-CognitoIdentityPool wrote.");
        }
        if (record is string text && (lines.IsOpen || DocumentLines.Begins(text)))
        {
            if (lines.Add(text) is { } whole)
                ImportAll([new SourceText(whole, "the text of the pipeline")]);
        }
        else if (record is string path)
        {
            // A blank line may stand between documents of a pipeline.
            if (path.Trim().Length > 0)
                ImportAll(DocumentPath.Read(SessionState, path));
        }
        else if (record is not null && DocumentArgument.IsDocument(Document))
        {
            // The engine takes the key of a document for the parameter.
            if (!IsArgument(nameof(Region)) && !DocumentArgument.IsExported(Document!))
                Region = null;
            ImportAll([DocumentArgument.Read(Document!)]);
        }
        else
        {
            ImportAll([.. Path!.SelectMany(file => DocumentPath.Read(SessionState, file))]);
        }
    }

    private protected override void End()
    {
        if (lines.IsOpen)
            Guard(() => ImportAll([new SourceText(lines.Take(), "the text of the pipeline")]), CurrentItem);
        if (Reader.HasAnswers)
            Guard(() => ImportAll(ReadAnswers()), CurrentItem);
        LookLater();
        if (MyInvocation.ExpectingInput)
            WarnOfUnusedValues();
    }

    private void ImportAll(IReadOnlyList<SourceText> sources)
    {
        // Read whole before anything is called, so that a fault of the last file does not come after a change by the first.
        var pools = sources.SelectMany(Try).ToList();
        if (!MyInvocation.ExpectingInput)
            pools.AddRange(ReadAnswers());
        ImportAll(pools);
    }

    private void ImportAll(IReadOnlyList<SourceDefinition> pools)
    {
        if (!MyInvocation.ExpectingInput && pools.Count > 0)
            CheckValues(pools);
        if (pools.Count > 1 && (Name is not null || IdentityPool is not null))
        {
            throw new InvalidSettingException(
                Name is not null ? nameof(Name) : nameof(IdentityPool), Name,
                "it is for one pool, and the documents describe several.", "Import the documents one by one.");
        }
        foreach (var pool in pools)
            Guard(() => Import(pool), CurrentItem ?? pool.Source);
    }

    private void Import(SourceDefinition source)
    {
        foreach (var warning in source.Warnings)
            WriteWarning($"{source.Source}: {warning}");
        var (connection, region, id) = Target(source);
        // A second document would take the place of what the first has just brought about.
        if (!imported.Add(id ?? $"{region}/{Name ?? source.Definition.Name}"))
        {
            throw new InvalidSettingException(
                nameof(Name), Name ?? source.Definition.Name, "another document of this command describes the same identity pool.",
                "Import this document by itself, with another -Name, or with -IdentityPool.");
        }
        PoolPlan plan;
        string? done;
        using (id is null ? null : TakeTurn(id))
        {
            var current = id is null ? null : WithArn(connection, ReadPool(connection, id));
            var options = new ImportOptions(Name, Values, Prune, RepairTrust);
            var change = Located(source.Source, () => Run(token =>
                new PoolImport(connection, options, Reporter).PlanAsync(source, current, region, token)));
            plan = Located(source.Source, () => PoolPlanner.Plan(change));
            var question = new PlanQuestion(
                current is null ? $"Create identity pool '{change.Desired.Name}'?" : $"Change identity pool {current}?", Force)
            {
                Done = current is null ? "made" : "changed",
                IrreversibleWarning = change.RemovedRoles.Count == 0
                    ? null
                    : $"Delete {string.Join(", ", change.RemovedRoles.Select(role => $"IAM role '{role.Name}'"))}? This cannot be undone.",
            };
            done = AsPlan ? null : RunPlan(connection, plan, id, question);
        }
        if (AsPlan)
            WriteObject(plan);
        else if (done is not null)
            WriteImported(connection, done);
    }

    private void WriteImported(AccountConnection connection, string identityPoolId)
    {
        imported.Add(identityPoolId);
        WritePool(connection, identityPoolId);
    }

    /// <summary>Where the document goes: the account, the Region and, unless it is to be made, the pool.</summary>
    private (AccountConnection Connection, string Region, string? IdentityPoolId) Target(SourceDefinition source)
    {
        var pinned = source.Definition.Region is { } text && text != DocumentPlaceholders.Of(DocumentPlaceholders.Region) ? text : null;
        if (IdentityPool is not null)
        {
            var (connection, id) = ResolvePool(IdentityPool);
            return (connection, PoolIds.Region(id), id);
        }
        var account = Account.Connection;
        // The column of an exported object says where the document comes from, which an argument outweighs.
        var region = pinned ?? (IsArgument(nameof(Region)) ? Region! : source.Region ?? RegionOf(account));
        if (pinned is not null && Region is not null && IsArgument(nameof(Region)) && Region != pinned)
        {
            throw new InvalidSettingException(
                nameof(Region), Region, $"the document is for the Region {pinned}.", "Omit -Region, or change the region of the document.");
        }
        var name = Name ?? source.Definition.Name;
        PoolRules.CheckName(name);
        var found = Run(token => new PoolDirectory(account).FindAsync(region, name, token));
        return found.Count <= 1
            ? (account, region, found.FirstOrDefault()?.IdentityPoolId)
            : throw new InvalidSettingException(
                nameof(IdentityPool), name, $"several identity pools have this name: {string.Join(", ", found.Select(pool => pool.IdentityPoolId))}.",
                "Specify -IdentityPool with the id of the one that is meant.");
    }
}
