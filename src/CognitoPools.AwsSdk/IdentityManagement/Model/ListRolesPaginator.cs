using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The pages of ListRoles.</summary>
internal sealed class ListRolesPaginator : IPaginator<ListRolesResponse>, IListRolesPaginator
{
    private readonly IAmazonIdentityManagementService client;
    private readonly ListRolesRequest request;
    private int used;

    public ListRolesPaginator(IAmazonIdentityManagementService client, ListRolesRequest request)
    {
        this.client = client;
        this.request = request;
    }

    public IPaginatedEnumerable<ListRolesResponse> Responses => new PaginatedResponse<ListRolesResponse>(this);

    public IPaginatedEnumerable<Role> Roles => new PaginatedResultKeyResponse<ListRolesResponse, Role>(this, page => page.Roles ?? new List<Role>());

    async IAsyncEnumerable<ListRolesResponse> IPaginator<ListRolesResponse>.PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref used, 1) != 0)
        {
            throw new System.InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");
        }
        ListRolesResponse page;
        do
        {
            page = await client.ListRolesAsync(request, cancellationToken).ConfigureAwait(false);
            request.Marker = page.Marker;
            yield return page;
        }
        while (page.IsTruncated == true);
    }
}
