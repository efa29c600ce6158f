using CognitoPools.Account;
using CognitoPools.Documents.Templates;
using CognitoPools.Pools;
using CognitoPools.Roles;

namespace CognitoPools.Documents.Sources;

/// <summary>Writes a pool of the account in any format.</summary>
internal static class DocumentOfPool
{
    private const int IdStartLength = 8;
    private const string TemplateEnding = ".template.json";
    private const string ResourcesEnding = ".resources-to-import.json";

    /// <summary>Reads the roles of a pool and writes the pool with its roles.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="pool">The complete pool.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public static async Task<PoolDocument> ReadAsync(
        AccountConnection connection, IdentityPool pool, PoolDocumentFormat format, CancellationToken cancellationToken)
    {
        var live = await new PoolDefinitionReader(connection).ReadAsync(pool, cancellationToken).ConfigureAwait(false);
        var text = format switch
        {
            PoolDocumentFormat.CloudFormation => CloudFormationWriter.Write(WithPoolTags(live)),
            PoolDocumentFormat.Terraform => TerraformWriter.Write(WithPoolTags(live)),
            _ => new TemplateText(PoolDocumentWriter.Write(live.Definition), null, []),
        };
        return new PoolDocument
        {
            Name = pool.Name,
            Region = pool.Region,
            Format = format,
            Text = text.Text,
            ResourcesToImport = text.ResourcesToImport,
            Unread = live.Unread,
            Warnings = [.. live.Warnings, .. text.Warnings.Except(live.Warnings, StringComparer.Ordinal)],
        };
    }

    /// <summary>The name of the file of a pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="others">The pools of its Region. If files would have the same name, each gets a part of the pool id.</param>
    /// <param name="format">The format.</param>
    public static string FileName(IdentityPool pool, IEnumerable<PoolListing> others, PoolDocumentFormat format)
    {
        var same = others.Where(other => other.IdentityPoolId != pool.IdentityPoolId && PoolFileName.AreSame(other.Name, pool.Name)).ToList();
        var uuid = PoolIds.Uuid(pool.IdentityPoolId);
        var start = uuid.Substring(0, IdStartLength);
        var suffix = same.Count == 0 ? ""
            : same.Exists(other => PoolIds.Uuid(other.IdentityPoolId).StartsWith(start, StringComparison.Ordinal)) ? "-" + uuid
            : "-" + start;
        return PoolFileName.Of(pool.Name) + suffix + Ending(format);
    }

    /// <summary>The name of the file of a pool, with the pool id.</summary>
    /// <inheritdoc cref="FileName"/>
    public static string FileNameWithId(IdentityPool pool, PoolDocumentFormat format) =>
        $"{PoolFileName.Of(pool.Name)}-{PoolIds.Uuid(pool.IdentityPoolId)}{Ending(format)}";

    /// <summary>The files of a document: the document itself and, for some formats, the list of resources to import.</summary>
    /// <param name="path">The path of the document.</param>
    /// <param name="document">The document.</param>
    public static IEnumerable<(string Path, string Text)> Files(string path, PoolDocument document)
    {
        yield return (path, document.Text);
        if (document.ResourcesToImport is { } resources)
        {
            var start = path.EndsWith(TemplateEnding, StringComparison.OrdinalIgnoreCase)
                ? path.Substring(0, path.Length - TemplateEnding.Length)
                : Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path));
            yield return (start + ResourcesEnding, resources);
        }
    }

    // A tool that adopts a role would remove tags that are not in its configuration.
    private static LivePool WithPoolTags(LivePool live) => live with
    {
        Definition = live.Definition with
        {
            Roles = live.Definition.Roles.ToDictionary(
                role => role.Key,
                role => role.Value.Arn is null && live.Roles[role.Key].HasPoolTag
                    ? role.Value with
                    {
                        Tags = Collections.Strings(
                            [.. role.Value.Tags, new KeyValuePair<string, string>(IamRoles.PoolTag, live.Names.IdentityPoolId!)]),
                    }
                    : role.Value,
                StringComparer.Ordinal),
        },
    };

    private static string Ending(PoolDocumentFormat format) => format switch
    {
        PoolDocumentFormat.CloudFormation => TemplateEnding,
        // Each configuration is a separate root module, and Terraform reads all files of a folder as one module.
        PoolDocumentFormat.Terraform => "/main.tf",
        _ => ".json",
    };
}
