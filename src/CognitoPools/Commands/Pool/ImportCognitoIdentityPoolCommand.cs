using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Documents;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Commands.Pool;

/// <summary>Creates identity pools and their roles from documents, or updates existing pools to match the
/// documents.</summary>
/// <remarks>
/// <para>Compares the document with the existing pool and roles, and makes a plan of the difference. The plan is
/// shown, run and undone like every other plan. If nothing is different, nothing is changed. By default, the cmdlet
/// updates the pool in the Region whose name is that of the document or of -Name, or creates it if there is none. To
/// update another pool, use -IdentityPool.</para>
/// <para>By default, the cmdlet keeps providers, tags, inline policies, attached policies and default roles that are
/// not in the document, and writes a warning for each. -Prune removes them. A trust policy, an inline policy, and the
/// rules and the attribute mapping of a provider are replaced as a whole.</para>
/// <para>A role of the document is matched by name to a role that the pool uses or that was created for it.
/// Otherwise, a new role is created, with the path of the document and a tag that names the pool. If another role has
/// the name, the start of the pool id is appended to the name of the new role, with a warning. If the document has no
/// names for the two default roles, they are derived from the name of the pool. A role that the document only
/// references must exist and must trust the users of the pool. -RepairTrust repairs its trust policy.</para>
/// <para>The cmdlet accepts pool documents, CloudFormation templates in JSON, and the output of the AWS CLI commands
/// describe-identity-pool, get-identity-pool-roles and get-principal-tag-attribute-map. Specify the CLI output of one
/// pool together. In a template, the cmdlet reads the AWS::Cognito::IdentityPool resource, its role attachment and
/// its roles. It resolves Ref, Fn::GetAtt, Fn::Sub and Fn::Join. Any other function is an error that names its place.
/// Comments and trailing commas are accepted.</para>
/// <para>The Region is that of -Region. Otherwise, if the folder of the file has the name of a Region, it is that
/// Region. Export-CognitoIdentityPool -AllRegions creates such folders. Otherwise, it is that of the
/// connection.</para>
/// <para>This cmdlet cannot import identities. Their ids belong to the service, and every user gets a new identity in
/// another pool. It cannot remove a developer provider, even with -Prune.</para>
/// </remarks>
/// <example>
/// <title>Preview an import</title>
/// <code>Export-CognitoIdentityPool shop -Path ./shop.json; Import-CognitoIdentityPool ./shop.json -WhatIf</code>
/// Shows every step with its policies, or nothing if the pool matches the document.
/// </example>
/// <example>
/// <title>Copy a pool to another Region</title>
/// <code>Get-CognitoIdentityPool shop | Export-CognitoIdentityPool | Import-CognitoIdentityPool -Region eu-central-1 -Name shop-eu</code>
/// Copies the pool and its roles. The original stays unchanged, and its identities are not copied.
/// </example>
/// <example>
/// <title>Import every document in a folder</title>
/// <code>Export-CognitoIdentityPool -Path ./pools; Import-CognitoIdentityPool ./pools/*.json -Prune -WhatIf</code>
/// Shows what would be changed and removed so that the pools match the files exactly.
/// </example>
/// <example>
/// <title>Use another role name</title>
/// <code>Export-CognitoIdentityPool shop | Import-CognitoIdentityPool -Name kiosk -Value @{ authenticated = 'kiosk-users' }</code>
/// Creates a copy whose role for authenticated users is named kiosk-users. Its key in the document is
/// 'authenticated'.
/// </example>
/// <example>
/// <title>Return a plan for review</title>
/// <code>Export-CognitoIdentityPool shop | Import-CognitoIdentityPool -Name kiosk -AsPlan | Format-List</code>
/// Returns the plan and changes nothing. To run the plan, use Invoke-PoolPlan.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles,
/// GetPrincipalTagAttributeMap, CreateIdentityPool, UpdateIdentityPool, SetIdentityPoolRoles,
/// SetPrincipalTagAttributeMap, TagResource and UntagResource; iam: GetRole, ListRoles, ListRolePolicies,
/// GetRolePolicy, ListAttachedRolePolicies, GetPolicy, ListOpenIDConnectProviders, ListSAMLProviders, CreateRole,
/// PutRolePolicy, DeleteRolePolicy, AttachRolePolicy, DetachRolePolicy, UpdateAssumeRolePolicy, UpdateRole,
/// PutRolePermissionsBoundary, DeleteRolePermissionsBoundary, TagRole and UntagRole. A plan makes only the calls that
/// it needs. Setting a role requires iam:PassRole.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito: identity
/// pools</seealso>
[Cmdlet(VerbsData.Import, "CognitoIdentityPool", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(IdentityPool), typeof(PoolPlan))]
public sealed class ImportCognitoIdentityPoolCommand : DocumentCommand
{
    private readonly DocumentLines lines = new();
    private readonly HashSet<string> imported = new(StringComparer.Ordinal);

    /// <summary>Specifies the files of the documents. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Specifies a document: an object that Export-CognitoIdentityPool returned, its text or lines, a file
    /// object from Get-ChildItem, or the output of ConvertFrom-Json. Other text in the pipeline is the path of a
    /// file.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public PSObject? Document { get; set; }

    /// <summary>Specifies the name of the pool instead of the document's name. With -IdentityPool, the pool is
    /// renamed.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>Specifies the existing pool to update, by name, id or object, instead of the pool with the document's
    /// name. Required if several pools share the name.</summary>
    [Parameter]
    [OneValue]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject? IdentityPool { get; set; }

    /// <summary>Removes providers, tags, policies and default roles that are not in the document.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Repairs the trust policies of roles that the document only references, so that they trust the users
    /// of the pool.</summary>
    [Parameter]
    public SwitchParameter RepairTrust { get; set; }

    /// <summary>Returns the plan as an object, for review or for a test, and changes nothing.</summary>
    [Parameter]
    public SwitchParameter AsPlan { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is specified.</summary>
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
                nameof(Path), null, "no document was specified.", "Specify -Path, or pipe the output of Export-CognitoIdentityPool.");
        }
        if (record is string text && (lines.IsOpen || DocumentLines.Begins(text)))
        {
            if (lines.Add(text) is { } whole)
                ImportAll([new SourceText(whole, "the text from the pipeline")]);
        }
        else if (record is string path)
        {
            // Documents in a pipeline may be separated by blank lines.
            if (path.Trim().Length > 0)
                ImportAll(DocumentPath.Read(SessionState, path));
        }
        else if (record is not null && DocumentArgument.IsDocument(Document))
        {
            // The engine binds the region key of a document to the parameter.
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
            Guard(() => ImportAll([new SourceText(lines.Take(), "the text from the pipeline")]), CurrentItem);
        if (Reader.HasAnswers)
            Guard(() => ImportAll(ReadAnswers()), CurrentItem);
        LookLater();
        if (MyInvocation.ExpectingInput)
            WarnOfUnusedValues();
    }

    private void ImportAll(IReadOnlyList<SourceText> sources)
    {
        // Read all files before any call, so that an error in the last file does not come after a change by the first.
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
                "it can be used with one pool only, but the documents describe several.", "Import the documents one by one.");
        }
        foreach (var pool in pools)
            Guard(() => Import(pool), CurrentItem ?? pool.Source);
    }

    private void Import(SourceDefinition source)
    {
        foreach (var warning in source.Warnings)
            WriteWarning($"{source.Source}: {warning}");
        var (connection, region, id) = Target(source);
        // A second document would overwrite what the first one has just changed.
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
                Done = current is null ? "created" : "changed",
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

    /// <summary>The target of the document: the account, the Region and, unless it will be created, the pool.</summary>
    private (AccountConnection Connection, string Region, string? IdentityPoolId) Target(SourceDefinition source)
    {
        var pinned = source.Definition.Region is { } text && text != DocumentPlaceholders.Of(DocumentPlaceholders.Region) ? text : null;
        if (IdentityPool is not null)
        {
            var (connection, id) = ResolvePool(IdentityPool);
            return (connection, PoolIds.Region(id), id);
        }
        var account = Account.Connection;
        // An exported object carries the Region that it comes from. An argument overrides it.
        var region = pinned ?? (IsArgument(nameof(Region)) ? Region! : source.Region ?? RegionOf(account));
        if (pinned is not null && Region is not null && IsArgument(nameof(Region)) && Region != pinned)
        {
            throw new InvalidSettingException(
                nameof(Region), Region, $"the document is for Region {pinned}.", "Omit -Region, or change the region in the document.");
        }
        var name = Name ?? source.Definition.Name;
        PoolRules.CheckName(name);
        var found = Run(token => new PoolDirectory(account).FindAsync(region, name, token));
        return found.Count <= 1
            ? (account, region, found.FirstOrDefault()?.IdentityPoolId)
            : throw new InvalidSettingException(
                nameof(IdentityPool), name, $"several identity pools have this name: {string.Join(", ", found.Select(pool => pool.IdentityPoolId))}.",
                "Specify the id of one of them with -IdentityPool.");
    }
}
